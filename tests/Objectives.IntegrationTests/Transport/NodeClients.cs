using System.Diagnostics;

namespace Objectives.IntegrationTests.Transport;

/// <summary>The npm clients of tests/clients, run by the Node on this machine.</summary>
internal static class NodeClients
{
    public const string Missing = "Node.js is not on the PATH.";

    private static readonly Lazy<Task> Installed = new(InstallAsync);

    public static bool HasNode { get; } = Array.Exists(
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator),
        folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "node.exe" : "node")));

    private static string Folder
    {
        get
        {
            for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            {
                var clients = Path.Combine(at.FullName, "tests", "clients");
                if (File.Exists(Path.Combine(clients, "package.json")))
                    return clients;
            }
            throw new DirectoryNotFoundException("tests/clients");
        }
    }

    public static async Task<Process> StartAsync(string script, params string[] arguments)
    {
        await Installed.Value;
        return Process.Start(new ProcessStartInfo("node", [script, .. arguments])
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    /// <summary>What the script prints; it fails where the script does.</summary>
    public static async Task<string> RunAsync(string script, params string[] arguments)
    {
        using var process = await StartAsync(script, arguments);
        return await OutputAsync(process);
    }

    private static async Task InstallAsync()
    {
        if (File.GetLastWriteTimeUtc(Path.Combine(Folder, "node_modules", ".package-lock.json")) >= File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json")))
            return;
        using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund"])
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await OutputAsync(npm);
    }

    private static async Task<string> OutputAsync(Process process)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        process.ExitCode.ShouldBe(0, await errors);
        return output;
    }
}
