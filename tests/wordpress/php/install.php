<?php
/* php install.php FOLDER THEME: sets up a newsroom's WordPress in Indonesian, empty of posts. */

define('WP_INSTALLING', true);
require $argv[1] . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

$GLOBALS['locale'] = 'id_ID';
load_default_textdomain('id_ID');
wp_install('Warta Contoh', 'redaksi', 'redaksi@warta-contoh.example', true, '', 'tidak-rahasia', 'id_ID');
switch_theme($argv[2]);

$options = [
    'WPLANG' => 'id_ID',
    'timezone_string' => 'Asia/Pontianak',
    'date_format' => 'j F Y',
    'time_format' => 'H:i',
    'blogdescription' => 'Kabar dari Kabupaten Contoh',
    'default_pingback_flag' => 0,
    'default_ping_status' => 'closed',
];
foreach ($options as $name => $value) {
    update_option($name, $value);
}
foreach (get_posts(['numberposts' => -1, 'post_status' => 'any']) as $post) {
    wp_delete_post($post->ID, true);
}
// The sample page, too, was written before the posts: else feeds' Last-Modified would be the moment of installing.
$wpdb->query("UPDATE {$wpdb->posts} SET post_date = '2024-12-01 08:00:00', post_date_gmt = '2024-12-01 01:00:00',
    post_modified = '2024-12-01 08:00:00', post_modified_gmt = '2024-12-01 01:00:00'");


$wp_rewrite->set_permalink_structure('/%year%/%monthnum%/%day%/%postname%/');
$wp_rewrite->flush_rules(false);
