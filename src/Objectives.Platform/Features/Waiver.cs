using Objectives.Contracts.Organization;

namespace Objectives.Platform.Features;

/// <summary>That a higher leader let something be, as the API gives it of whatever module.</summary>
public sealed record WaiverModel(PersonId ById, DateTimeOffset At, string Reason);
