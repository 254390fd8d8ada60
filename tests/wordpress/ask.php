<?php
// php ask.php FOLDER QUESTION: gives WordPress, as its author, the JSON on stdin, and prints what WordPress makes of it as JSON.
require "$argv[1]/wordpress/wp-load.php";
wp_set_current_user(get_user_by('login', 'author')->ID);
$asked = json_decode(stream_get_contents(STDIN), true);
echo json_encode(match ($argv[2]) {
    'may' => current_user_can($asked),
    'publish' => publish($asked),
    'filter' => array_map('wp_kses_post', $asked),
    'known' => array_map('known', $asked),
    'discover' => array_map([_wp_oembed_get_object(), 'discover'], $asked),
    'preview' => preview($asked),
    'embed' => array_map('embed', $asked),
});

/** Return the address of a new post by the author, as the editor would save it. */
function publish($post)
{
    $id = wp_insert_post(wp_slash(['post_title' => $post['title'], 'post_content' => $post['text'], 'post_status' => 'publish']));
    return get_permalink($id);
}

/** Return whether WordPress's own list of providers has an address. */
function known($address)
{
    return (bool) _wp_oembed_get_object()->get_provider($address, ['discover' => false]);
}

/** Return what the block editor is told of an address that is pasted into it. */
function preview($address)
{
    $request = new WP_REST_Request('GET', '/oembed/1.0/proxy');
    $request->set_param('url', $address);
    return rest_do_request($request)->get_data();
}

/** Return the HTML that WordPress makes of what stands at an oEmbed address. */
function embed($address)
{
    $oembed = _wp_oembed_get_object();
    return $oembed->data2html($oembed->fetch($address, $address), $address);
}
