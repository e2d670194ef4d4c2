/* The Nth write or sync of a file whose name holds FAIL_ON fails with FAIL_ERRNO, and all after it.
   Loaded before libc: cc -shared -fPIC -o failing_writes.so failing_writes.c -ldl */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static long seen = 0;

static int fails(int fd) {
    char link[64], name[4096];
    const char *part = getenv("FAIL_ON");
    if (!part) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, name, sizeof name - 1);
    if (length < 0) return 0;
    name[length] = 0;
    if (!strstr(name, part) || ++seen < atol(getenv("FAIL_AT"))) return 0;
    errno = atoi(getenv("FAIL_ERRNO"));
    return 1;
}

#define REAL(name, type) static type real; if (!real) real = (type)dlsym(RTLD_NEXT, name)

typedef ssize_t (*pwrite_t)(int, const void *, size_t, off_t);
ssize_t pwrite(int fd, const void *data, size_t size, off_t at) {
    REAL("pwrite", pwrite_t);
    return fails(fd) ? -1 : real(fd, data, size, at);
}
ssize_t pwrite64(int fd, const void *data, size_t size, off_t at) {
    REAL("pwrite64", pwrite_t);
    return fails(fd) ? -1 : real(fd, data, size, at);
}
typedef ssize_t (*write_t)(int, const void *, size_t);
ssize_t write(int fd, const void *data, size_t size) {
    REAL("write", write_t);
    return fails(fd) ? -1 : real(fd, data, size);
}
typedef int (*sync_t)(int);
int fsync(int fd) {
    REAL("fsync", sync_t);
    return fails(fd) ? -1 : real(fd);
}
int fdatasync(int fd) {
    REAL("fdatasync", sync_t);
    return fails(fd) ? -1 : real(fd);
}
