// Where everything in the picture of a case stands. Arithmetic alone: no words, no markup.
//
// Time runs down. A mail that matters has a row of its own; in a long case the mails between are
// one row together. The rows are cut into bands, which stand side by side where there is room and
// each on one page where it is printed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace threadlint::report {

enum class Lane : uint8_t { kCustomer, kDesk, kOther };

struct PictureMessage {
  Lane lane = Lane::kDesk;
  uint32_t strand = 0;    // what ties it to others
  bool matters = false;   // is cited, or stands beside a break
  bool new_year = false;  // the year is shown above its date
  int64_t wait = 0;       // seconds since the message before; 0 if that is not known
  uint32_t cuts = 0;      // breaks before it
  uint32_t points = 0;    // findings that stand at it
};

// From an earlier message to the one at which a finding stands.
struct PictureArrow {
  uint32_t from = 0, to = 0;  // into the messages; from < to
  uint32_t point = 0;         // which of the points at `to`
};

enum class RowKind : uint8_t { kMessage, kRun, kSilence, kCut };

struct PictureRow {
  RowKind kind = RowKind::kMessage;
  uint32_t first = 0, last = 0;  // messages; of a silence or a cut: the one that follows
  uint32_t cut = 0;              // which of the cuts before that message
  int top = 0;                   // of the space that belongs to it
  int y = 0;                     // its middle; of a message with several points: of the first
};

inline constexpr int kNoTrack = -1;

struct PictureLine {
  int from_y = 0, to_y = 0;
  int track = kNoTrack;  // column beside the lanes; kNoTrack: all are taken, both ends are stubs
};

// Between two messages of a strand that follow each other in it.
struct PictureThread {
  uint32_t strand = 0;
  Lane from = Lane::kDesk, to = Lane::kDesk;
  int from_y = 0, to_y = 0;
};

struct PictureBand {
  int top = 0, bottom = 0;
  size_t first_row = 0, end_row = 0;
  std::vector<uint32_t> lines, threads;  // that stand or pass in it
};

struct PictureLayout {
  std::vector<PictureRow> rows;
  std::vector<PictureLine> lines;  // one an arrow
  std::vector<PictureThread> threads;
  std::vector<PictureBand> bands;
};

inline constexpr int kTracks = 8;
inline constexpr int kPointHeight = 19;  // from one point of a message to the next
inline constexpr int kBandHeight = 800;  // no band is much higher
// A strand that rests for longer is not drawn through: its letter says where it goes on.
inline constexpr int kLongestThread = kBandHeight;
// A case this short is shown whole.
inline constexpr size_t kPictureWhole = 40;

PictureLayout LayOut(std::span<const PictureMessage> messages,
                     std::span<const PictureArrow> arrows);

}  // namespace threadlint::report
