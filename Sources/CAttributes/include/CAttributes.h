// Calls about files that Swift's Glibc does not have.
#ifndef C_ATTRIBUTES_H
#define C_ATTRIBUTES_H

/// Gives an open file the attributes of the file at a path, as far as the user may set them and the file system has them.
/// Those that vouch for the bytes of a file (`security.capability`, `security.ima`) are left out.
/// Access control lists are attributes, too.
void dc_copy_attributes(const char *from, int to);

/// `syncfs` of Linux: waits until all that was written to the file system of an open file is on the device.
/// @return 0; -1 with `errno`, `ENOSYS` on other systems.
int dc_flush_file_system(int descriptor);

#endif
