using System.Diagnostics;
using Objectives.Gateway.Hosting;

namespace Objectives.IntegrationTests.Harness;

/// <summary>The real program in a process of its own, which can be killed.</summary>
public sealed class RunningProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource<string> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _output = [];

    private RunningProgram(Process process)
    {
        _process = process;
        process.EnableRaisingEvents = true;
        process.OutputDataReceived += (_, e) => Hear(e.Data);
        process.ErrorDataReceived += (_, e) => Hear(e.Data);
        process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException($"The program ended:\n{Output}"));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public HttpClient Http { get; private set; } = null!;

    public string Output
    {
        get
        {
            lock (_output)
                return string.Join('\n', _output);
        }
    }

    public bool IsRunning => !_process.HasExited;

    /// <summary>Returns once it answers.</summary>
    public static async Task<RunningProgram> StartAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ObjectivesProgram).Assembly.Location, "--urls", "http://127.0.0.1:0", .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var program = new RunningProgram(Process.Start(start)!);
        program.Http = new() { BaseAddress = new(await program._ready.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken)) };
        return program;
    }

    /// <summary>At once, without a chance to end what it does.</summary>
    public Task KillAsync()
    {
        _process.Kill();
        return _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        if (IsRunning)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (_output)
            _output.Add(line);
        if (line.StartsWith("Ready: ", StringComparison.Ordinal))
            _ready.TrySetResult(line["Ready: ".Length..].Split(' ')[0]);
    }
}
