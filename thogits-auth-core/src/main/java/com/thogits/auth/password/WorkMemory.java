package com.thogits.auth.password;

import com.sun.jna.Function;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * A block outside the heap that one hash after the other works in. To take 19 MiB from the
 * operating system, page by page, and to give them back takes a fifth of the time of a hash. Argon2
 * clears the block at the end of each. Belongs to one thread, which closes it when it ends.
 *
 * <p>The block is mapped, not allocated: the GNU C library would keep it, for every thread that had
 * one.
 */
final class WorkMemory implements AutoCloseable {
  /** What is costlier than hashes are today gets its memory for itself, and gives it back. */
  static final long MOST_KEPT = 64L * 1024 * 1024;

  private static final long HUGE_PAGE = 2L * 1024 * 1024;

  // From sys/mman.h of Linux.
  private static final int PROT_READ_WRITE = 1 | 2;
  private static final int MAP_PRIVATE_ANONYMOUS = 2 | 0x20;
  private static final long MAP_FAILED = -1;
  private static final int MADV_HUGEPAGE = 14;

  private @Nullable Pointer mapping;
  private long mapped;

  /**
   * A block of at least so many bytes, the same one as before where that is large enough.
   *
   * @return null if this machine gives none, or so many are not kept
   */
  @Nullable Pointer block(long bytes) {
    if (!Platform.isLinux() || bytes > MOST_KEPT) {
      return null;
    }
    long needed = roundedUp(bytes) + HUGE_PAGE;
    if (mapping == null || mapped < needed) {
      close();
      try {
        map(needed);
      } catch (LinkageError anotherLibrary) {
        return null;
      }
    }
    return mapping == null ? null : aligned(mapping);
  }

  /** Gives the block back to the operating system. The next use takes another one. */
  @Override
  public void close() {
    if (mapping != null) {
      call("munmap").invokeInt(new Object[] {mapping, new NativeLong(mapped)});
      mapping = null;
      mapped = 0;
    }
  }

  private void map(long bytes) {
    Pointer address =
        call("mmap")
            .invokePointer(
                new Object[] {
                  Pointer.NULL,
                  new NativeLong(bytes),
                  PROT_READ_WRITE,
                  MAP_PRIVATE_ANONYMOUS,
                  -1,
                  new NativeLong(0)
                });
    if (address == null || Pointer.nativeValue(address) == MAP_FAILED) {
      return;
    }
    mapping = address;
    mapped = bytes;
    // Fewer pages to find. Where there are no huge ones, nothing changes.
    call("madvise")
        .invokeInt(
            new Object[] {aligned(address), new NativeLong(bytes - HUGE_PAGE), MADV_HUGEPAGE});
  }

  private static Pointer aligned(Pointer address) {
    return new Pointer(roundedUp(Pointer.nativeValue(address)));
  }

  private static long roundedUp(long number) {
    return (number + HUGE_PAGE - 1) & -HUGE_PAGE;
  }

  private static Function call(String name) {
    return Function.getFunction(Platform.C_LIBRARY_NAME, name);
  }
}
