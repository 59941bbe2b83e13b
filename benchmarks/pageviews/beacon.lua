-- For wrk: sends the request of a file again and again, each time with another address in place of @.
-- Arguments: the file, and the number of the first address.

local before, after, number

function init(arguments)
  local file = assert(io.open(arguments[1], "rb"))
  before, after = file:read("*a"):match("^(.-)@(.*)$")
  file:close()
  number = tonumber(arguments[2])
end

function request()
  number = number + 1
  local high, low = math.floor(number / 65536), number % 65536
  return before .. math.floor(11 + high / 256) .. "." .. high % 256 .. "."
    .. math.floor(low / 256) .. "." .. low % 256 .. after
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\n{"requests": %d, "seconds": %f, "refused": %d, "broken": %d, "median": %f, "p99": %f}\n',
    summary.requests, summary.duration / 1e6, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
