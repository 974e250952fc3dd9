using MediatR;

namespace Objectives.Contracts.Planning;

/// <summary>What all measures are called, by files and by people.</summary>
public sealed record MeasureLabels : IRequest<IReadOnlyDictionary<MeasureId, MeasureLabel>>;

public readonly record struct MeasureLabel(string Code, string Name, string UnitOfMeasure);
