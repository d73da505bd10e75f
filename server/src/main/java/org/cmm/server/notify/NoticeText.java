package org.cmm.server.notify;

/**
 * A notice in the words of one language.
 *
 * @param title one line
 * @param body line by line, without the link
 * @param brief the shortest form, for a text message
 */
record NoticeText(String title, String body, String brief) {}
