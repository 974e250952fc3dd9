using MediatR;

namespace Objectives.Contracts.Organization;

/// <summary>The days from the first to the last, both included, on which the company works: weekdays that are no days off, and weekend days that are worked.</summary>
public sealed record WorkingDays(DateOnly From, DateOnly Until) : IRequest<IReadOnlyList<DateOnly>>;
