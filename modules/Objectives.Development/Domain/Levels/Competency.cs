using Objectives.Contracts.Development;
using Objectives.Platform.Data;

namespace Objectives.Development.Domain.Levels;

/// <summary>What people can do, in steps: level 1 is the first of <see cref="Levels"/>, and 0 stands for none of it.</summary>
internal sealed class Competency : Aggregate
{
    public const int MaxCodeLength = 32;
    public const int MaxNameLength = 200;
    public const int MaxLevels = 10;

    private Competency()
    {
    }

    public CompetencyId Id { get; private set; }

    public override Guid Key => Id.Value;

    public string Code { get; private set; } = string.Empty;

    public string Name { get; private set; } = string.Empty;

    /// <summary>What each level is called, the lowest first; no two the same.</summary>
    public IReadOnlyList<string> Levels { get; private set; } = [];

    public static Competency Create(string code, string name, IEnumerable<string> levels, CompetencyId? id = null)
    {
        var competency = new Competency { Id = id ?? CompetencyId.New() };
        competency.Change(code, name, levels);
        return competency;
    }

    public void Change(string code, string name, IEnumerable<string> levels)
    {
        Code = code.Trim();
        Name = name.Trim();
        List<string> named = [.. levels.Select(l => l.Trim())];
        if (!named.SequenceEqual(Levels))
            Levels = named;
    }
}
