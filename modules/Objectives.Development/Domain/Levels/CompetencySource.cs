namespace Objectives.Development.Domain.Levels;

/// <summary>Where an assessed level comes from.</summary>
internal enum CompetencySource
{
    /// <summary>Of oneself.</summary>
    Self,

    /// <summary>The direct superior, or whoever stands above him.</summary>
    Leader,

    /// <summary>A test, which HR records.</summary>
    Test,

    /// <summary>A course or other development that was passed; HR records those of elsewhere.</summary>
    Training,
}
