package org.cmm.agent.windows;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * A library of Windows, whose functions are called by name. Byte arrays are copied in and out, so that what a function
 * writes can be read without declaring a structure, which would cost each agent megabytes.
 */
final class Library {
    static final Library KERNEL = new Library("kernel32");
    static final Library NATIVE = new Library("ntdll");
    static final Library REGISTRY = new Library("advapi32");
    static final Library NETWORK = new Library("iphlpapi");
    static final Library USER = new Library("user32");
    static final Library EVENTS = new Library("wevtapi");

    private final String name;

    private Library(String name) {
        this.name = name;
    }

    /** The answer as 32 bits. */
    int call(String function, @Nullable Object... arguments) {
        return function(function).invokeInt(arguments);
    }

    /** The answer as 64 bits. */
    long callLong(String function, @Nullable Object... arguments) {
        return function(function).invokeLong(arguments);
    }

    /** The answer as a handle or an address; null for 0. */
    @Nullable
    Pointer callPointer(String function, @Nullable Object... arguments) {
        return function(function).invokePointer(arguments);
    }

    /** Calls a function that answers 0 when it fails. */
    void demand(String function, @Nullable Object... arguments) {
        if (call(function, arguments) == 0) {
            throw new IllegalStateException("%s failed".formatted(function));
        }
    }

    private Function function(String function) {
        return NativeLibrary.getInstance(name).getFunction(function, Function.ALT_CONVENTION);
    }
}
