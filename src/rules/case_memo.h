// What rules of one family find out about a case and share: worked out when the first of them asks
// for it.
#pragma once

#include <threadlint/rule.h>

#include <memory>
#include <typeindex>
#include <typeinfo>
#include <unordered_map>

namespace threadlint::rules {

// Of one case. Not for several threads: one worker runs all rules over a case.
class CaseMemo {
 public:
  // What `make` gave when it was first asked for. One place for each type; `make` may ask for
  // others.
  template <class T, class Make>
  std::shared_ptr<const T> Get(const Make& make) {
    std::shared_ptr<const void>& place = places_[typeid(T)];
    if (place == nullptr) place = std::make_shared<const T>(make());
    return std::static_pointer_cast<const T>(place);
  }

 private:
  std::unordered_map<std::type_index, std::shared_ptr<const void>> places_;
};

// The T that `make` gives, from the view's memo if it has one.
template <class T, class Make>
std::shared_ptr<const T> Once(const CaseView& view, const Make& make) {
  return view.memo != nullptr ? view.memo->Get<T>(make) : std::make_shared<const T>(make());
}

}  // namespace threadlint::rules
