namespace Objectives.IntegrationTests.Harness;

internal static class Languages
{
    public static bool IsChinese(string? text) => text!.Any(c => c is >= '\u4e00' and <= '\u9fff');
}
