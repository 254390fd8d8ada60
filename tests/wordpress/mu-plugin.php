<?php
// A public site has a public address. Ours is served from this machine, which WordPress would refuse to fetch from.
add_filter('http_request_host_is_external', '__return_true');
add_filter('http_allowed_safe_ports', fn($ports, $host, $url) => [...$ports, parse_url($url, PHP_URL_PORT)], 10, 3);
// Its emoji would come from another machine.
remove_action('wp_head', 'print_emoji_detection_script', 7);
