using System.Runtime.CompilerServices;

namespace Objectives.IntegrationTests.Harness;

/// <summary>
/// Text that is kept in the repository, so that a change of it is reviewed. With the environment variable OBJECTIVES_UPDATE_SNAPSHOTS=1 the tests write what they
/// find instead of comparing.
/// </summary>
internal static class Snapshot
{
    private const string Update = "OBJECTIVES_UPDATE_SNAPSHOTS";

    /// <param name="path">From the repository's root.</param>
    public static void Check(string path, string found)
    {
        var file = Path.Combine(Root(), path);
        found = found.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable(Update) == "1")
            File.WriteAllText(file, found);
        var kept = File.Exists(file) ? File.ReadAllText(file) : string.Empty;
        var (before, now) = (kept.Split('\n'), found.Split('\n'));
        var differences = before.Except(now).Select(l => "- " + l).Concat(now.Except(before).Select(l => "+ " + l)).Take(60);
        (kept == found).ShouldBeTrue(
            $"{path} differs from what the code says. If the change is meant, run this test with {Update}=1 and review the difference of the file.\n{string.Join('\n', differences)}");
    }

    public static string Root([CallerFilePath] string thisFile = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", ".."));
}
