// The same for tests, with what they are written in.
#pragma once

#include "../../src/cmake/precompiled.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <sstream>
