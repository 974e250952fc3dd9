using MediatR;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;

namespace Objectives.Contracts.Development;

/// <summary>What development has to say of whether management by objectives works (S5.7.2). Asks for no one's rights; two statements.</summary>
/// <param name="Commitments">When people first committed to objectives of the cycle.</param>
/// <param name="People">Whose training counts.</param>
public sealed record HealthOfDevelopment(CycleId CycleId, CountedMonths Months, IReadOnlyDictionary<PersonId, DateTimeOffset> Commitments, IReadOnlyCollection<PersonId> People, DateOnly Today, string TimeZone) : IRequest<DevelopmentHealth>;

/// <param name="Readied">Those who were assessed before they committed, and then neither unready nor let by without training.</param>
/// <param name="Trained">Training whose day has come that was passed by then.</param>
public sealed record DevelopmentHealth(MonthlyShare Readied, MonthlyShare Trained);
