<?php
// php install.php FOLDER: runs WordPress's own installer, and adds a user who may write posts but no HTML of every kind.
define('WP_INSTALLING', true);
function wp_new_blog_notification()
{
    // No letter to the owner.
}
require "$argv[1]/wordpress/wp-load.php";
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('A clinic', 'admin', 'admin@clinic.example', false, '', wp_generate_password());
wp_insert_user(['user_login' => 'author', 'user_pass' => wp_generate_password(), 'role' => 'author']);
