<?php
/* Stands where a newsroom's web server stands: sends pretty addresses to WordPress and keeps the access log. */

$root = $_SERVER['DOCUMENT_ROOT'];
$path = rawurldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH) ?: '/');

// At shutdown, since WordPress ends many answers (304, redirects, REST) by exit; and before the client sees the end
// of the answer, so whoever has an answer finds it in the log.
register_shutdown_function(static function (): void {
    $line = json_encode([
        'method' => $_SERVER['REQUEST_METHOD'],
        'path' => $_SERVER['REQUEST_URI'],
        'status' => http_response_code(),
        'if_none_match' => $_SERVER['HTTP_IF_NONE_MATCH'] ?? null,
        'if_modified_since' => $_SERVER['HTTP_IF_MODIFIED_SINCE'] ?? null,
        'user_agent' => $_SERVER['HTTP_USER_AGENT'] ?? null,
    ], JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE);
    file_put_contents(getenv('WORDPRESS_ACCESS_LOG'), $line . "\n", FILE_APPEND | LOCK_EX);
});

$file = realpath($root . $path);
if ($file !== false && is_dir($file)) {
    $file = realpath($file . '/index.php');
}
if ($file === false || !str_starts_with($file, $root . '/')) {
    $file = $root . '/index.php';
}
if (!str_ends_with($file, '.php')) {
    return false;
}

$_SERVER['SCRIPT_FILENAME'] = $file;
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = substr($file, strlen($root));
unset($_SERVER['PATH_INFO']);
chdir(dirname($file));
require $file;
