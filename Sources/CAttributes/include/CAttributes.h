// The extended attributes of files, access control lists among them.
#ifndef C_ATTRIBUTES_H
#define C_ATTRIBUTES_H

/// Gives an open file the attributes of the file at a path, as far as the user may set them and the file system has them.
/// Those that vouch for the bytes of a file (`security.capability`, `security.ima`) are left out.
void dc_copy_attributes(const char *from, int to);

#endif
