namespace Objectives.Contracts.Planning;

public enum ObjectiveLevel
{
    Company,
    Team,
    Region,
    Customer,
    Position,
    Personal,
}

public enum ObjectiveStatus
{
    Draft,
    Negotiating,
    Agreed,
    Committed,
    Withdrawn,
    Achieved,
    Missed,
}
