using MediatR;

namespace Objectives.Contracts.Planning;

/// <summary>
/// Of these objectives those whose target the caller may ask to be revised now (S7.5): he leads their unit or one above it, or stands above their owner; they are carried out, and no such request waits for
/// its decision.
/// </summary>
public sealed record RevisableByCaller(IReadOnlyCollection<ObjectiveId> Ids) : IRequest<IReadOnlySet<ObjectiveId>>;
