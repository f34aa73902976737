# cmake -D BUILD=… -D VERSION=… -D SANITIZE=… -D COMPILER=… -P install.cmake
# Installs into the build tree and builds and runs a user of the library against that.
set(prefix "${BUILD}/install-test/prefix")
set(consumer "${BUILD}/install-test/consumer")
file(REMOVE_RECURSE "${BUILD}/install-test")

function(run)
  execute_process(COMMAND ${ARGV} OUTPUT_VARIABLE out ERROR_VARIABLE out RESULT_VARIABLE status)
  if(NOT status EQUAL 0)
    list(JOIN ARGV " " line)
    message(FATAL_ERROR "${line}\n${out}")
  endif()
  set(out "${out}" PARENT_SCOPE)
endfunction()

function(expect_output expected)
  if(NOT out STREQUAL expected)
    message(FATAL_ERROR "expected ${expected}got ${out}")
  endif()
endfunction()

run("${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${prefix}")
run("${prefix}/bin/threadlint" --version)
if(NOT out MATCHES "^threadlint ${VERSION}\n")
  message(FATAL_ERROR "the installed program says ${out}")
endif()

set(flags "")
if(SANITIZE)
  set(flags "-fsanitize=${SANITIZE}")
endif()
run("${CMAKE_COMMAND}" -G Ninja -S "${CMAKE_CURRENT_LIST_DIR}/consumer" -B "${consumer}"
  "-DCMAKE_PREFIX_PATH=${prefix}" "-DCMAKE_CXX_COMPILER=${COMPILER}" "-DCMAKE_CXX_FLAGS=${flags}")
run("${CMAKE_COMMAND}" --build "${consumer}")
run("${consumer}/consumer" "${CMAKE_CURRENT_LIST_DIR}/one.eml")
expect_output("threadlint ${VERSION}: 1 messages\n")
