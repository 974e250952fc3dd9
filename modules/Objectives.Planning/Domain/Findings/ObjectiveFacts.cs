using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Platform.Texts;

namespace Objectives.Planning.Domain.Findings;

/// <summary>What an objective says, as far as findings go.</summary>
internal sealed record ObjectiveFacts(
    ObjectiveId Id, CycleId CycleId, ObjectiveLevel Level, ObjectiveStatus Status, ObjectiveOrigin Origin, PersonId OwnerId, UnitId UnitId, RegionId? RegionId, CustomerId? CustomerId,
    PositionId? PositionId, ResponsibilityId? ResponsibilityId, StrategyElementId? StrategyElementId, bool Important, ObjectiveId? ParentId, string Path, MeasureId MeasureId, decimal? Baseline,
    decimal Target, decimal? LowerBound, decimal RollUpWeight, string Title, bool StatesContribution, string? Phasing)
{
    private uint[]? _pairs;
    private (decimal Threshold, IReadOnlyList<long> Keys)? _keys;

    public bool IsLive => Status != ObjectiveStatus.Withdrawn;

    public bool IsBeingSet => Status is ObjectiveStatus.Draft or ObjectiveStatus.Negotiating or ObjectiveStatus.Agreed;

    public TargetOfObjective AsTarget => new(Id, MeasureId, Target, LowerBound, RollUpWeight);

    /// <summary>
    /// For whom or what it is: its region, customer and position, of a personal objective also its owner, and where it names none of these, its unit. Two of one scope speak of
    /// the same thing, though different units may have set them.
    /// </summary>
    public (RegionId?, CustomerId?, PositionId?, PersonId?, UnitId?) Scope
    {
        get
        {
            PersonId? owner = Level == ObjectiveLevel.Personal ? OwnerId : null;
            var bare = RegionId is null && CustomerId is null && PositionId is null && owner is null;
            return (RegionId, CustomerId, PositionId, owner, bare ? UnitId : null);
        }
    }

    public uint[] Pairs => _pairs ??= TextLikeness.PairsOf(Title);

    /// <summary>
    /// Keys of which two objectives of a level that may be duplicates share one. That two share one proves nothing yet: the keys are short hashes, and a title's markers are
    /// only some of its pairs.
    /// </summary>
    public IReadOnlyList<long> LikenessKeys(decimal threshold)
    {
        if (_keys is null || _keys.Value.Threshold != threshold)
            _keys = (threshold, IsLive ? MakeKeys(threshold) : []);
        return _keys.Value.Keys;
    }

    private List<long> MakeKeys(decimal threshold)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{CycleId.Value:N} {Level} {Scope}");
        var keys = new List<long> { Hash($"M {MeasureId.Value:N} {place}") };
        foreach (var marker in TextLikeness.Markers(Pairs, threshold))
            keys.Add(Hash(string.Create(CultureInfo.InvariantCulture, $"T {marker} {place}")));
        return keys;
    }

    /// <summary>How much it says the same as another, of whatever level, 0 to 1; 1 for the same measure in the same scope.</summary>
    public decimal LikenessTo(ObjectiveFacts other)
    {
        if (Scope != other.Scope || CycleId != other.CycleId)
            return 0;
        return MeasureId == other.MeasureId ? 1 : Math.Round(TextLikeness.Of(Pairs, other.Pairs), 4, MidpointRounding.AwayFromZero);
    }

    private static long Hash(string text) => BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
