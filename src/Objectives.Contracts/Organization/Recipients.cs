using MediatR;

namespace Objectives.Contracts.Organization;

public enum RecipientKind
{
    Unit,
    Region,
    Customer,
    Position,
    Person,
}

/// <summary>Who may be given part of a target, by code; all active, with what S6.8 splits targets by.</summary>
/// <param name="UnitId">Without <paramref name="Only"/>: the units directly under it; its people but <paramref name="Except"/>; regions, customers and positions of it and all units below.</param>
/// <param name="RegionId">Only this region, its customers, its positions.</param>
/// <param name="PositionId">Of people only its incumbents.</param>
/// <param name="Only">Exactly these, wherever they are; without those that are not.</param>
public sealed record Recipients(RecipientKind Kind, UnitId UnitId, RegionId? RegionId, PositionId? PositionId, PersonId? Except, IReadOnlyCollection<Guid>? Only)
    : IRequest<IReadOnlyList<Recipient>>;

/// <param name="Code">Of a person the employee number.</param>
/// <param name="UnitId">Where its work is done: of a customer its account owner's unit, or its region's.</param>
/// <param name="RegionId">The region itself; of a person that of his position.</param>
/// <param name="PositionId">The position itself; of a person the one that he holds.</param>
/// <param name="OwnerId">Who answers for it: the leader of a unit or of a region's unit, the account owner, a position's only incumbent or else the leader of its unit, the person. Null when there is nobody.</param>
/// <param name="People">Of a unit: with all below; of a position: its incumbents.</param>
/// <param name="OwnStrength">Of a position or person, against an average of 1.</param>
/// <param name="PeopleStrength">Of the people together; of a person that of his position.</param>
/// <param name="Region">Of a unit: the means of the regions that it and the units below it are in charge of; null when there are none.</param>
public sealed record Recipient(
    Guid Id, string Code, string Name, UnitId UnitId, RegionId? RegionId, PositionId? PositionId, PersonId? OwnerId, int People, decimal OwnStrength, decimal PeopleStrength,
    RegionScores? Region, CustomerScores? Customer);

/// <summary>Scores 0–100, and the weight of the region's development, 1 = average.</summary>
public sealed record RegionScores(
    decimal Characteristics, decimal StrategicDeployment, decimal Development, decimal Environment, decimal Competition, decimal Resources, decimal DevelopmentWeight);

/// <summary>Scores 0–100.</summary>
public sealed record CustomerScores(decimal Strength, decimal Finances, decimal Credit);
