namespace Objectives.Contracts.Organization;

/// <summary>Member and Leader follow from reporting lines; the others are given by an administrator.</summary>
public enum Role
{
    Member,
    Leader,
    Executive,
    Hr,
    Auditor,
    Administrator,
}

public enum Locale
{
    ZhCn,
    En,
}
