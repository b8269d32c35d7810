/*
 * Runs a fuzz target over files, without a fuzzer: what was found once, and
 * what reaches far, is tried again by every check.
 */
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int
replay(const char *path)
{
	struct stat file;
	uint8_t *bytes;
	int fd = open(path, O_RDONLY);

	if (fd < 0 || fstat(fd, &file) != 0)
		return -1;
	/* no byte more, so that a sanitizer sees one too far */
	bytes = malloc(file.st_size > 0 ? (size_t)file.st_size : 1);
	if (bytes == NULL || read(fd, bytes, (size_t)file.st_size) !=
	    file.st_size)
		return -1;
	close(fd);
	LLVMFuzzerTestOneInput(bytes, (size_t)file.st_size);
	free(bytes);
	return 0;
}

int
main(int argc, char *argv[])
{
	for (int i = 1; i < argc; i++) {
		if (replay(argv[i]) != 0) {
			perror(argv[i]);
			return EXIT_FAILURE;
		}
	}
	fprintf(stderr, "%d replayed\n", argc - 1);
	return EXIT_SUCCESS;
}
