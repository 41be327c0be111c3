<?php
/* php commands.php FOLDER: runs the command on standard input, {"do": NAME, ...}, prints its answer as JSON. */

require $argv[1] . '/wp-load.php';

// An administrator: for nobody else WordPress keeps the HTML of a post as it was written.
wp_set_current_user(1);

function sure($result)
{
    if (is_wp_error($result)) {
        throw new RuntimeException($result->get_error_message());
    }
    return $result;
}

function author(string $name): int
{
    $login = sanitize_title($name);
    $user = get_user_by('login', $login);
    return $user ? $user->ID : sure(wp_insert_user([
        'user_login' => $login,
        'user_pass' => wp_generate_password(),
        'user_email' => $login . '@warta-contoh.example',
        'display_name' => $name,
        'role' => 'author',
    ]));
}

function category(string $name): int
{
    $term = term_exists($name, 'category') ?: sure(wp_insert_term($name, 'category'));
    return (int) $term['term_id'];
}

function seen(int $id): array
{
    return ['id' => $id, 'url' => get_permalink($id), 'status' => get_post_status($id)];
}

function insert(array $post): array
{
    $id = sure(wp_insert_post(wp_slash([
        'post_author' => author($post['author']),
        'post_category' => [category($post['section'])],
        'post_content' => $post['content'],
        'post_date' => $post['date'],
        'post_name' => $post['slug'],
        'post_password' => $post['password'],
        'post_status' => $post['status'],
        'post_title' => $post['title'],
        'tags_input' => $post['tags'],
    ]), true));
    // As of a post begun in the editor, which is a draft first and keeps the draft's address as its guid.
    $GLOBALS['wpdb']->update($GLOBALS['wpdb']->posts, ['guid' => home_url("/?p={$id}")], ['ID' => $id]);
    clean_post_cache($id);
    if ($post['sticky']) {
        stick_post($id);
    }
    foreach ($post['comments'] as $text) {
        wp_insert_comment(wp_slash([
            'comment_post_ID' => $id,
            'comment_author' => 'Pembaca Rekaan',
            'comment_content' => $text,
            'comment_approved' => 1,
            'comment_date' => $post['date'],
        ]));
    }
    return seen($id);
}

function publish(array $command): array
{
    wp_defer_term_counting(true);
    $answer = array_map('insert', $command['posts']);
    wp_defer_term_counting(false);
    return $answer;
}

function edit(array $command): array
{
    return seen(sure(wp_update_post(wp_slash($command['fields'] + ['ID' => $command['id']]), true)));
}

function delete(array $command): array
{
    if (!wp_delete_post($command['id'], true)) {
        throw new RuntimeException("no post {$command['id']}");
    }
    return ['id' => $command['id']];
}

// By SQL: wp_delete_post takes as long as writing the post did, and nobody watches how the desk is cleared.
function clear(): array
{
    global $wpdb;
    $wpdb->query("DELETE FROM {$wpdb->posts} WHERE post_type IN ('post', 'revision', 'attachment')");
    foreach ([$wpdb->comments, $wpdb->commentmeta, $wpdb->postmeta, $wpdb->term_relationships] as $table) {
        $wpdb->query("DELETE FROM {$table}");
    }
    $wpdb->query("UPDATE {$wpdb->term_taxonomy} SET count = 0");
    update_option('sticky_posts', []);
    return [];
}

$command = json_decode(stream_get_contents(STDIN), true, 64, JSON_THROW_ON_ERROR);
$known = ['publish' => publish(...), 'edit' => edit(...), 'delete' => delete(...), 'clear' => clear(...)];
try {
    echo json_encode($known[$command['do']]($command), JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES);
} catch (RuntimeException $error) {
    fwrite(STDERR, "{$command['do']}: {$error->getMessage()}\n");
    exit(1);
}
