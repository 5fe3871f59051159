// The published algorithms of the GAP Benchmark Suite (Beamer, Asanović & Patterson 2015), written out in C++ with OpenMP
// as a yardstick for Kesi's kernels: direction-optimizing BFS, Afforest, PageRank by pulling, ordered triangle count and
// Brandes' betweenness from a few sources.
//
//   g++ -O3 -march=native -fopenmp reference.cpp -o reference
//   OMP_NUM_THREADS=2 ./reference FILE RUNS bfs pagerank components triangles betweenness4
//
// FILE is an edge list of whole numbers. Prints a line a kernel: name, median seconds, checksum.

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

using Vertex = int32_t;

struct Graph {
  int64_t order = 0;
  std::vector<int64_t> offsets;
  std::vector<Vertex> neighbors;
  int64_t degree(Vertex v) const { return offsets[v + 1] - offsets[v]; }
  const Vertex *begin(Vertex v) const { return neighbors.data() + offsets[v]; }
  const Vertex *end(Vertex v) const { return neighbors.data() + offsets[v + 1]; }
};

static Graph build(int64_t order, const std::vector<std::pair<Vertex, Vertex>> &ties) {
  Graph g;
  g.order = order;
  g.offsets.assign(order + 1, 0);
  for (auto [a, b] : ties) { g.offsets[a + 1]++; g.offsets[b + 1]++; }
  for (int64_t v = 0; v < order; v++) g.offsets[v + 1] += g.offsets[v];
  g.neighbors.resize(g.offsets[order]);
  std::vector<int64_t> next(g.offsets.begin(), g.offsets.end() - 1);
  for (auto [a, b] : ties) { g.neighbors[next[a]++] = b; g.neighbors[next[b]++] = a; }
  #pragma omp parallel for schedule(dynamic, 1024)
  for (int64_t v = 0; v < order; v++) std::sort(g.neighbors.begin() + g.offsets[v], g.neighbors.begin() + g.offsets[v + 1]);
  return g;
}

// The vertices that have ties, in the order of their numbers, as Kesi reads them.
static Graph read(const char *path) {
  FILE *file = fopen(path, "r");
  if (!file) { perror(path); exit(1); }
  std::vector<std::pair<Vertex, Vertex>> ties;
  Vertex highest = 0;
  int a, b;
  while (fscanf(file, "%d %d", &a, &b) == 2) { ties.push_back({a, b}); highest = std::max({highest, a, b}); }
  fclose(file);
  std::vector<Vertex> place(highest + 1, 0);
  for (auto [x, y] : ties) place[x] = place[y] = 1;
  Vertex count = 0;
  for (auto &p : place) { Vertex occurs = p; p = count; count += occurs; }
  for (auto &[x, y] : ties) { x = place[x]; y = place[y]; }
  return build(count, ties);
}

// A set of vertices, one bit each.
struct Bits {
  std::vector<uint64_t> words;
  explicit Bits(int64_t count) : words((count + 63) / 64, 0) {}
  bool has(int64_t v) const { return words[v >> 6] >> (v & 63) & 1; }
  void set(int64_t v) { words[v >> 6] |= 1ull << (v & 63); }
  void setAtomic(int64_t v) { __sync_fetch_and_or(&words[v >> 6], 1ull << (v & 63)); }
  void reset() { std::fill(words.begin(), words.end(), 0); }
};

// Appends what each thread found to the shared queue.
static void append(std::vector<Vertex> &queue, int64_t &end, const std::vector<Vertex> &found) {
  int64_t start;
  #pragma omp atomic capture
  { start = end; end += found.size(); }
  std::copy(found.begin(), found.end(), queue.begin() + start);
}

// Parents by top-down and bottom-up steps; a negative parent is minus the degree of a vertex not reached.
static std::vector<Vertex> bfs(const Graph &g, Vertex source) {
  std::vector<Vertex> parent(g.order);
  #pragma omp parallel for
  for (int64_t v = 0; v < g.order; v++) parent[v] = g.degree(v) ? -g.degree(v) : -1;
  parent[source] = source;
  std::vector<Vertex> queue(g.order);
  queue[0] = source;
  int64_t first = 0, end = 1, toCheck = g.neighbors.size(), scout = g.degree(source);
  Bits front(g.order), next(g.order);
  while (first < end) {
    if (scout > toCheck / 15) {
      front.reset();
      #pragma omp parallel for
      for (int64_t i = first; i < end; i++) front.setAtomic(queue[i]);
      int64_t awake = end - first, before;
      do {
        before = awake;
        awake = 0;
        next.reset();
        #pragma omp parallel for reduction(+ : awake) schedule(dynamic, 1024)
        for (int64_t v = 0; v < g.order; v++) {
          if (parent[v] >= 0) continue;
          for (const Vertex *u = g.begin(v); u < g.end(v); u++)
            if (front.has(*u)) { parent[v] = *u; awake++; next.set(v); break; }
        }
        std::swap(front.words, next.words);
      } while (awake >= before || awake > g.order / 18);
      first = 0;
      end = 0;
      #pragma omp parallel
      {
        std::vector<Vertex> found;
        #pragma omp for nowait
        for (int64_t v = 0; v < g.order; v++) if (front.has(v)) found.push_back(v);
        append(queue, end, found);
      }
      scout = 1;
    } else {
      toCheck -= scout;
      int64_t stop = end, sum = 0;
      #pragma omp parallel
      {
        std::vector<Vertex> found;
        #pragma omp for reduction(+ : sum) nowait schedule(dynamic, 64)
        for (int64_t i = first; i < stop; i++) {
          Vertex u = queue[i];
          for (const Vertex *v = g.begin(u); v < g.end(u); v++) {
            Vertex old = parent[*v];
            if (old < 0 && __sync_bool_compare_and_swap(&parent[*v], old, u)) { found.push_back(*v); sum += -old; }
          }
        }
        append(queue, end, found);
      }
      first = stop;
      scout = sum;
    }
  }
  return parent;
}

static std::vector<float> pagerank(const Graph &g, double tolerance, int most) {
  const float base = 0.15f / g.order;
  std::vector<float> score(g.order, 1.0f / g.order), flow(g.order);
  #pragma omp parallel for
  for (int64_t v = 0; v < g.order; v++) flow[v] = score[v] / g.degree(v);
  for (int round = 0; round < most; round++) {
    double error = 0;
    #pragma omp parallel for reduction(+ : error) schedule(dynamic, 16384)
    for (int64_t v = 0; v < g.order; v++) {
      float sum = 0;
      for (const Vertex *u = g.begin(v); u < g.end(v); u++) sum += flow[*u];
      float old = score[v];
      score[v] = base + 0.85f * sum;
      error += std::fabs(score[v] - old);
      flow[v] = score[v] / g.degree(v);
    }
    if (error < tolerance) break;
  }
  return score;
}

static void link(Vertex u, Vertex v, std::vector<Vertex> &comp) {
  Vertex a = comp[u], b = comp[v];
  while (a != b) {
    Vertex high = std::max(a, b), low = std::min(a, b), parent = comp[high];
    if (parent == low || (parent == high && __sync_bool_compare_and_swap(&comp[high], high, low))) break;
    a = comp[comp[high]];
    b = comp[low];
  }
}

static void compress(std::vector<Vertex> &comp) {
  #pragma omp parallel for schedule(dynamic, 16384)
  for (size_t v = 0; v < comp.size(); v++) while (comp[v] != comp[comp[v]]) comp[v] = comp[comp[v]];
}

static std::vector<Vertex> components(const Graph &g) {
  std::vector<Vertex> comp(g.order);
  #pragma omp parallel for
  for (int64_t v = 0; v < g.order; v++) comp[v] = v;
  for (int round = 0; round < 2; round++) {
    #pragma omp parallel for schedule(dynamic, 16384)
    for (int64_t v = 0; v < g.order; v++) if (round < g.degree(v)) link(v, g.begin(v)[round], comp);
    compress(comp);
  }
  std::unordered_map<Vertex, int> counts;
  for (int i = 0; i < 1024; i++) counts[comp[(int64_t)i * 7919 % g.order]]++;
  Vertex largest = std::max_element(counts.begin(), counts.end(), [](auto &a, auto &b) { return a.second < b.second; })->first;
  #pragma omp parallel for schedule(dynamic, 16384)
  for (int64_t v = 0; v < g.order; v++) {
    if (comp[v] == largest) continue;
    for (int64_t i = 2; i < g.degree(v); i++) link(v, g.begin(v)[i], comp);
  }
  compress(comp);
  return comp;
}

// Counts each triangle once, on vertices renumbered by decreasing degree, by merging sorted rows.
static int64_t triangles(const Graph &g) {
  std::vector<Vertex> sorted(g.order), place(g.order);
  for (int64_t v = 0; v < g.order; v++) sorted[v] = v;
  std::sort(sorted.begin(), sorted.end(), [&](Vertex a, Vertex b) { return std::make_pair(g.degree(a), a) > std::make_pair(g.degree(b), b); });
  for (int64_t i = 0; i < g.order; i++) place[sorted[i]] = i;
  Graph r;
  r.order = g.order;
  r.offsets.assign(g.order + 1, 0);
  for (int64_t i = 0; i < g.order; i++) r.offsets[i + 1] = r.offsets[i] + g.degree(sorted[i]);
  r.neighbors.resize(g.neighbors.size());
  #pragma omp parallel for schedule(dynamic, 1024)
  for (int64_t i = 0; i < g.order; i++) {
    int64_t at = r.offsets[i];
    for (const Vertex *v = g.begin(sorted[i]); v < g.end(sorted[i]); v++) r.neighbors[at++] = place[*v];
    std::sort(r.neighbors.begin() + r.offsets[i], r.neighbors.begin() + r.offsets[i + 1]);
  }
  int64_t total = 0;
  #pragma omp parallel for reduction(+ : total) schedule(dynamic, 64)
  for (int64_t u = 0; u < r.order; u++)
    for (const Vertex *v = r.begin(u); v < r.end(u) && *v <= u; v++) {
      const Vertex *it = r.begin(u);
      for (const Vertex *w = r.begin(*v); w < r.end(*v) && *w <= *v; w++) {
        while (*it < *w) it++;
        if (*w == *it) total++;
      }
    }
  return total;
}

static std::vector<float> betweenness(const Graph &g, const std::vector<Vertex> &sources) {
  std::vector<float> scores(g.order, 0);
  std::vector<double> paths(g.order);
  std::vector<Vertex> depth(g.order), queue(g.order);
  Bits successor(g.neighbors.size());
  for (Vertex source : sources) {
    std::fill(paths.begin(), paths.end(), 0);
    std::fill(depth.begin(), depth.end(), -1);
    successor.reset();
    std::vector<int64_t> levels{0, 1};
    depth[source] = 0;
    paths[source] = 1;
    queue[0] = source;
    int64_t end = 1;
    for (Vertex level = 1; levels[level - 1] < levels[level]; level++) {
      #pragma omp parallel
      {
        std::vector<Vertex> found;
        #pragma omp for schedule(dynamic, 64) nowait
        for (int64_t i = levels[level - 1]; i < levels[level]; i++) {
          Vertex u = queue[i];
          for (const Vertex *v = g.begin(u); v < g.end(u); v++) {
            if (depth[*v] == -1 && __sync_bool_compare_and_swap(&depth[*v], -1, level)) found.push_back(*v);
            if (depth[*v] == level) {
              successor.setAtomic(v - g.neighbors.data());
              #pragma omp atomic
              paths[*v] += paths[u];
            }
          }
        }
        append(queue, end, found);
      }
      levels.push_back(end);
    }
    std::vector<float> delta(g.order, 0);
    for (int64_t level = (int64_t)levels.size() - 2; level >= 0; level--) {
      #pragma omp parallel for schedule(dynamic, 64)
      for (int64_t i = levels[level]; i < levels[level + 1]; i++) {
        Vertex u = queue[i];
        float sum = 0;
        for (const Vertex *v = g.begin(u); v < g.end(u); v++)
          if (successor.has(v - g.neighbors.data())) sum += (float)(paths[u] / paths[*v]) * (1 + delta[*v]);
        delta[u] = sum;
        if (u != source) scores[u] += sum;
      }
    }
  }
  return scores;
}

int main(int count, char **arguments) {
  if (count < 4) { puts("usage: reference FILE RUNS KERNEL …"); return 64; }
  Graph g = read(arguments[1]);
  const int runs = atoi(arguments[2]);
  // Sixteen sources for searches, four for betweenness: evenly spread, as Kesi's benchmark has them.
  std::vector<Vertex> sources;
  for (int i = 0; i < 16; i++) sources.push_back(i * g.order / 16);
  std::vector<Vertex> four{sources[0], sources[4], sources[8], sources[12]};
  const std::vector<std::pair<std::string, std::function<double()>>> kernels{
    {"bfs", [&] { double reached = 0; for (Vertex s : sources) for (Vertex p : bfs(g, s)) reached += p >= 0; return reached; }},
    {"pagerank-4", [&] { auto s = pagerank(g, 1e-4, 20); return (double)*std::max_element(s.begin(), s.end()); }},
    {"components", [&] { auto c = components(g); std::sort(c.begin(), c.end()); return (double)(std::unique(c.begin(), c.end()) - c.begin()); }},
    {"triangles", [&] { return 3.0 * triangles(g); }},
    {"betweenness4", [&] { double sum = 0; for (float s : betweenness(g, four)) sum += s; return sum; }},
  };
  for (int i = 3; i < count; i++)
    for (auto &[name, run] : kernels) {
      if (name != arguments[i]) continue;
      std::vector<double> times;
      double checksum = 0;
      for (int k = 0; k < runs; k++) {
        auto start = std::chrono::steady_clock::now();
        checksum = run();
        times.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
      }
      std::sort(times.begin(), times.end());
      printf("%s\t%.9f\t%.10g\n", name.c_str(), times[runs / 2], checksum);
    }
}
