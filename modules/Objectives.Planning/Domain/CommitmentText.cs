using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Objectives.Contracts.Planning;
using Objectives.Platform.Numbers;

namespace Objectives.Planning.Domain;

/// <summary>What of an objective is signed: title, measure, target, phasing, parent and the help counted on (S5.6).</summary>
/// <param name="Phasing">The target's months, "2027-01 8.33; 2027-02 8.33"; empty while it is not phased.</param>
internal sealed record SignedContent(
    string Title, MeasureId MeasureId, decimal Target, decimal? LowerBound, string? Phasing, ObjectiveId? ParentId, IReadOnlyList<SignedSupport> Support)
{
    public static SignedContent Of(IObjectiveState objective, IEnumerable<SupportRequest> requests)
        => new(objective.Title, objective.MeasureId, objective.Target, objective.LowerBound, objective.Phasing, objective.ParentId, [.. requests.Where(r => r.IsCountedOn).Select(r => r.AsSigned)]);

    /// <inheritdoc cref="CommitmentText"/>
    public string Hash => CommitmentText.HashOf(this);

    /// <summary>The hash of the terms that are negotiated: without months and help, which are signed, but of which nothing that was said of the target depends.</summary>
    public static string TermsHashOf(IObjectiveState objective) => (Of(objective, []) with { Phasing = null }).Hash;
}

internal sealed record SignedSupport(SupportRequestId Id, Guid From, DateOnly NeededBy, string What);

/// <summary>The text whose SHA-256 (lower-case hexadecimal, over UTF-8) is an objective's content hash. Anyone can make it from what the API shows.</summary>
/// <remarks>
/// Lines that end with a line feed. The first is <c>objectives-commitment/1</c>. Each other is a name, =, the value's length in UTF-8 bytes, a colon and the value, so that no text can
/// be taken for another line: <c>title</c>, <c>measure</c>, <c>target</c>, <c>lowerBound</c>, <c>phasing</c>, <c>parent</c>, then for each request for help that was not declined, by its id,
/// <c>support</c>, <c>from</c>, <c>neededBy</c>, <c>what</c>. Ids are UUIDs in lower case with hyphens (of the API's ids the first 16 bytes); numbers have a point and no
/// trailing zeros; dates are YYYY-MM-DD; phasing is each month and its value with a blank between them, months parted by "; "; what there is not is empty.
/// </remarks>
internal static class CommitmentText
{
    public const string Version = "objectives-commitment/1";

    public static string HashOf(SignedContent content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Of(content))));

    public static string Of(SignedContent content)
    {
        var text = new StringBuilder(Version).Append('\n');
        Line(text, "title", content.Title);
        Line(text, "measure", Id(content.MeasureId.Value));
        Line(text, "target", Quantity.Format(content.Target));
        Line(text, "lowerBound", content.LowerBound is { } low ? Quantity.Format(low) : string.Empty);
        Line(text, "phasing", content.Phasing ?? string.Empty);
        Line(text, "parent", content.ParentId is { } parent ? Id(parent.Value) : string.Empty);
        foreach (var request in content.Support.OrderBy(s => Id(s.Id.Value), StringComparer.Ordinal))
        {
            Line(text, "support", Id(request.Id.Value));
            Line(text, "from", Id(request.From));
            Line(text, "neededBy", request.NeededBy.ToString("O", CultureInfo.InvariantCulture));
            Line(text, "what", request.What);
        }
        return text.ToString();
    }

    private static void Line(StringBuilder text, string name, string value) => text.Append(CultureInfo.InvariantCulture, $"{name}={Encoding.UTF8.GetByteCount(value)}:{value}\n");

    private static string Id(Guid id) => id.ToString("D");
}
