namespace Objectives.Platform.GraphQl;

/// <summary>A model that may have been read as it was at a moment; what hangs on it is read as of then too.</summary>
public interface IReadAsOf
{
    /// <summary>Null is now.</summary>
    DateTimeOffset? AsOf { get; }
}
