// A large list of ties for measuring: R-MAT (Chakrabarti, Zhan & Faloutsos 2004) with a, b, c, d = 0.57, 0.19, 0.19, 0.05, as
// Graph500 has it, and numbers scrambled, so that those with many ties do not come first. No tie of an actor to itself.
//
//   cc -O2 -o rmat Benchmarks/rmat.c && ./rmat 30000000 100000000 3 > ties.txt
//
// ACTORS is rounded up to a power of two; some 3 of 10 of them get a tie. The same SEED gives the same list.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static uint64_t state;

static uint64_t next(void) {
  uint64_t z = (state += 0x9E3779B97F4A7C15ULL);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

int main(int count, char **words) {
  if (count != 4) {
    fprintf(stderr, "usage: rmat ACTORS TIES SEED\n");
    return 64;
  }
  uint64_t actors = strtoull(words[1], 0, 10), ties = strtoull(words[2], 0, 10);
  state = strtoull(words[3], 0, 10);
  int levels = 0;
  while ((1ULL << levels) < actors) levels++;
  uint64_t mask = (1ULL << levels) - 1;
  while (ties > 0) {
    uint64_t a = 0, b = 0;
    for (int level = 0; level < levels; level++) {
      // Of 2^24: 57, 19, 19 and 5 in a hundred.
      uint32_t draw = next() >> 40;
      a <<= 1, b <<= 1;
      if (draw >= 9563013) {
        if (draw < 12750684) b |= 1;
        else if (draw < 15938355) a |= 1;
        else a |= 1, b |= 1;
      }
    }
    a = (a * 0x9E3779B97F4A7C15ULL + 12345) & mask;
    b = (b * 0x9E3779B97F4A7C15ULL + 12345) & mask;
    if (a == b) continue;
    printf("%llu %llu\n", (unsigned long long)a + 1, (unsigned long long)b + 1);
    ties--;
  }
}
