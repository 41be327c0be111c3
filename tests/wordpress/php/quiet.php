<?php
/* Must-use plugin: WordPress calls nobody, and answers 401 on its REST API while rest-is-closed lies in wp-content. */

add_filter('pre_http_request', static fn () => new WP_Error('offline', 'No requests leave the test.'));
add_filter('pre_wp_mail', '__return_false');

// As the plugins that "disable the REST API" do it.
add_filter('rest_authentication_errors', static function ($result) {
    if (!file_exists(WP_CONTENT_DIR . '/rest-is-closed')) {
        return $result;
    }
    return new WP_Error('rest_login_required', 'REST API hanya untuk pengguna terautentikasi.', ['status' => 401]);
});
