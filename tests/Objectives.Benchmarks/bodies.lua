-- wrk -s bodies.lua URL -- FILE ORDER [TOKEN]: sends the file's lines, in random order, or each once ("once"); a line that begins with "/" is a GET, any other the body of a POST.
local lines = {}
local at = 0
local once = false

function init(args)
  for line in io.lines(args[1]) do lines[#lines + 1] = line end
  wrk.headers["Content-Type"] = "application/json"
  wrk.headers["Accept"] = "application/json"
  once = args[2] == "once"
  if args[3] then wrk.headers["Authorization"] = "Bearer " .. args[3] end
  math.randomseed(42)
end

function request()
  at = at % #lines + 1
  local line = lines[once and at or math.random(#lines)]
  if line:sub(1, 1) == "/" then return wrk.format("GET", line) end
  return wrk.format("POST", nil, nil, line)
end

function done(summary, latency)
  local errors = summary.errors.status + summary.errors.timeout + summary.errors.read + summary.errors.connect
  io.write(string.format('{"rps":%.1f,"p50":%.2f,"p99":%.2f,"requests":%d,"errors":%d}\n',
    summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1000, latency:percentile(99) / 1000, summary.requests, errors))
end
