package org.cmm.server.shell;

/**
 * One entry of the navigation.
 *
 * @param key what a page passes as {@code section} to say that it belongs here; also the icon's name
 * @param letter after {@code g}, goes there
 * @param count of what waits there; empty when nothing does
 */
public record NavigationItem(String key, String path, String label, String letter, String count) {}
