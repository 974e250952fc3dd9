using Objectives.Platform.Time;

namespace Objectives.Platform.GraphQl;

/// <summary>The API's PeriodValue, which several modules give.</summary>
public sealed record PeriodValueModel(Period Period, decimal Value);
