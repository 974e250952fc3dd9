namespace Objectives.IntegrationTests.Organization;

/// <summary>Names that no other test uses.</summary>
internal static class New
{
    private static int _last;

    public static string Number() => $"T{Interlocked.Increment(ref _last):0000}";
}
