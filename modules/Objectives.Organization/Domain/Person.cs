using Objectives.Contracts.Organization;
using Objectives.Platform.Data;
using Objectives.Platform.Results;

namespace Objectives.Organization.Domain;

/// <summary>Someone who works here: whose superior, unit and position say what he may see and who decides with him.</summary>
internal sealed class Person : Aggregate
{
    public const int MaxNumberLength = 32;
    public const int MaxNameLength = 100;
    public const int MaxEmailLength = 254;

    private Person()
    {
    }

    public PersonId Id { get; private set; }

    public override Guid Key => Id.Value;

    public string EmployeeNumber { get; private set; } = string.Empty;

    public string Name { get; private set; } = string.Empty;

    public string Email { get; private set; } = string.Empty;

    public Locale Locale { get; private set; }

    /// <summary>How often he gets mail of what he is told.</summary>
    public MailRhythm Mail { get; private set; } = MailRhythm.DailyDigest;

    public UnitId UnitId { get; private set; }

    public PositionId? PositionId { get; private set; }

    public PersonId? SuperiorId { get; private set; }

    /// <summary>Against other members of the unit, 1 = average (S6.8 step 5).</summary>
    public decimal RelativeStrength { get; private set; } = 1;

    public bool Active { get; private set; } = true;

    /// <summary>Null while he has none here. By the system clock.</summary>
    public DateTimeOffset? PasswordSetAt { get; private set; }

    public bool IsExecutive { get; private set; }

    public bool IsHr { get; private set; }

    public bool IsAuditor { get; private set; }

    public bool IsAdministrator { get; private set; }

    /// <summary>An auditor changes nothing, whatever else he is.</summary>
    public bool MayAdminister => Active && IsAdministrator && !IsAuditor;

    /// <summary>The roles given by an administrator; Member and Leader follow from the reporting lines.</summary>
    public IEnumerable<Role> GivenRoles
    {
        get
        {
            if (IsExecutive)
                yield return Role.Executive;
            if (IsHr)
                yield return Role.Hr;
            if (IsAuditor)
                yield return Role.Auditor;
            if (IsAdministrator)
                yield return Role.Administrator;
        }
    }

    /// <summary>One @ with something on each side of it, and nothing blank.</summary>
    public static bool IsEmail(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == text.LastIndexOf('@') && at < text.Length - 1 && !text.Any(char.IsWhiteSpace);
    }

    public static Person Create(string employeeNumber, string name, string email, Locale locale, UnitId unitId, PersonId? id = null)
    {
        var person = new Person { Id = id ?? PersonId.New() };
        person.Describe(employeeNumber, name, email, locale);
        person.Place(unitId, null, null, 1);
        return person;
    }

    public void Describe(string employeeNumber, string name, string email, Locale locale)
    {
        EmployeeNumber = employeeNumber.Trim();
        Name = name.Trim();
        Email = email.Trim().ToLowerInvariant();
        Locale = locale;
        Raise(new PersonChanged(Id));
    }

    public void Place(UnitId unitId, PositionId? positionId, PersonId? superiorId, decimal relativeStrength)
    {
        UnitId = unitId;
        PositionId = positionId;
        SuperiorId = superiorId;
        RelativeStrength = relativeStrength;
        Raise(new PersonChanged(Id));
    }

    public void SetActive(bool active)
    {
        Active = active;
        Raise(new PersonChanged(Id));
    }

    public void Speak(Locale locale) => Locale = locale;

    public void ReceiveMail(MailRhythm rhythm) => Mail = rhythm;

    /// <summary>His history tells that he was given a password, never which.</summary>
    public void NotePasswordSet(DateTimeOffset now) => PasswordSetAt = now;

    /// <summary>Fails when <paramref name="by"/> gives a role to himself, or a role is one that cannot be given.</summary>
    public Result GiveRoles(IReadOnlyCollection<Role> roles, PersonId by)
    {
        if (roles.Any(r => r is Role.Member or Role.Leader))
            return Error.Invalid("roles", new("Member and Leader follow from the reporting lines and cannot be given.", "成员与领导角色由汇报关系决定，不能直接授予。"));
        if (by == Id && roles.Except(GivenRoles).Any())
            return new Error(ErrorCode.SamePersonMayNotDecide, new("Nobody gives himself a role; ask another administrator.", "不能给自己授予角色，请由其他管理员操作。"), "roles");
        IsExecutive = roles.Contains(Role.Executive);
        IsHr = roles.Contains(Role.Hr);
        IsAuditor = roles.Contains(Role.Auditor);
        IsAdministrator = roles.Contains(Role.Administrator);
        return Result.Success;
    }
}
