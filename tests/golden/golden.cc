// golden PROGRAM FOLDER: runs the shell line in FOLDER/cmd, in which `threadlint` is PROGRAM, with
// FOLDER as working directory, and compares with FOLDER/{stdout,stderr,exit} byte for byte.
// THREADLINT_UPDATE=1 writes these three instead. The environment of the line is the same on every
// machine; it may write to $TMPDIR, and nowhere else.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

namespace fs = std::filesystem;

constexpr std::array kExpected = {"stdout", "stderr", "exit"};
constexpr int kTrouble = 2;  // nothing could be compared

// Sanitizers of a build under test read theirs from outside.
constexpr std::array kPassed = {"ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"};

[[noreturn]] void Give(const std::string& what) {
  std::fprintf(stderr, "golden: %s\n", what.c_str());
  std::exit(kTrouble);
}

std::string Read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) Give("cannot read " + path.string());
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

void Write(const fs::path& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << text;
  if (!file.flush()) Give("cannot write " + path.string());
}

void Redirect(const char* path, int flags, int descriptor) {
  const int opened = open(path, flags, 0644);
  if (opened < 0 || dup2(opened, descriptor) < 0) _exit(126);
}

// Exit status of argv as a shell gives it. Empty output paths: the output of this program.
int Run(const std::vector<std::string>& argv, const std::vector<std::string>& environment,
        const fs::path& folder, const fs::path& out, const fs::path& err) {
  std::vector<char*> args;
  std::vector<char*> variables;
  args.reserve(argv.size() + 1);
  variables.reserve(environment.size() + 1);
  for (const std::string& arg : argv) args.push_back(const_cast<char*>(arg.c_str()));
  for (const std::string& text : environment) variables.push_back(const_cast<char*>(text.c_str()));
  args.push_back(nullptr);
  variables.push_back(nullptr);
  std::fflush(nullptr);
  const pid_t child = fork();
  if (child < 0) Give("cannot start a process");
  if (child == 0) {
    if (chdir(folder.c_str()) != 0) _exit(126);
    Redirect("/dev/null", O_RDONLY, STDIN_FILENO);
    if (!out.empty()) Redirect(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
    if (!err.empty()) Redirect(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
    execve(args[0], args.data(), variables.data());
    _exit(127);
  }
  int status = 0;
  if (waitpid(child, &status, 0) != child) Give("cannot wait for a process");
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

std::set<std::string> Names(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    names.insert(fs::relative(entry.path(), folder).string());
  }
  return names;
}

class Scratch {
 public:
  Scratch() {
    std::string pattern = (fs::temp_directory_path() / "golden-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) Give("cannot make " + pattern);
    folder_ = pattern;
    fs::create_directory(folder_ / "tmp");
    fs::create_directory(folder_ / "home");
  }
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  fs::path operator/(const char* name) const { return folder_ / name; }

 private:
  fs::path folder_;
};

std::vector<std::string> Environment(const fs::path& program, const Scratch& scratch) {
  std::vector<std::string> environment = {
      "PATH=" + program.parent_path().string() + ":/usr/local/bin:/usr/bin:/bin",
      "HOME=" + (scratch / "home").string(), "TMPDIR=" + (scratch / "tmp").string(),
      "LC_ALL=C.UTF-8", "TZ=UTC"};
  for (const char* name : kPassed) {
    const char* value = std::getenv(name);
    if (value != nullptr) environment.push_back(std::string(name) + "=" + value);
  }
  return environment;
}

int Main(const fs::path& program, const fs::path& folder) {
  if (program.filename() != "threadlint" || access(program.c_str(), X_OK) != 0) {
    Give("no program threadlint: " + program.string());
  }
  const char* wish = std::getenv("THREADLINT_UPDATE");
  const bool update = wish != nullptr && std::string(wish) == "1";
  const std::string line = Read(folder / "cmd");
  if (line.find("threadlint") == line.npos) Give("cmd runs no threadlint");
  for (const char* name : kExpected) {
    if (!update && !fs::is_regular_file(folder / name)) {
      Give((folder / name).string() + " is missing; THREADLINT_UPDATE=1 writes it");
    }
  }

  const Scratch scratch;
  const std::vector<std::string> environment = Environment(program, scratch);
  const std::set<std::string> before = Names(folder);
  const int status =
      Run({"/bin/sh", "-c", line}, environment, folder, scratch / "stdout", scratch / "stderr");
  Write(scratch / "exit", std::to_string(status) + "\n");

  bool same = true;
  for (const std::string& name : Names(folder)) {
    if (before.contains(name)) continue;
    std::printf("golden: wrote %s into the case's folder; $TMPDIR is the place\n", name.c_str());
    same = false;
  }
  for (const char* name : kExpected) {
    const std::string got = Read(scratch / name);
    if (update) {
      Write(folder / name, got);
      continue;
    }
    if (got == Read(folder / name)) continue;
    same = false;
    Run({"/usr/bin/diff", "-u", "-a", "--label", std::string(name) + " expected", "--label",
         std::string(name) + " got", (folder / name).string(), (scratch / name).string()},
        environment, folder, {}, {});
  }
  return same ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) Give("usage: golden PROGRAM FOLDER");
  return Main(fs::absolute(argv[1]), fs::absolute(argv[2]));
}
