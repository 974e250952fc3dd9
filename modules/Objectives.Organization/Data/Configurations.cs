using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Objectives.Organization.Domain;
using Objectives.Platform.Data;

namespace Objectives.Organization.Data;

internal sealed class CompanyTable : IEntityTypeConfiguration<Company>
{
    public void Configure(EntityTypeBuilder<Company> builder)
    {
        builder.ToTable("companies").HasKey(c => c.Id);
        builder.Property(c => c.Name).HasMaxLength(Company.MaxNameLength);
        builder.Property(c => c.TimeZone).HasMaxLength(Company.MaxTimeZoneLength).IsUnicode(false);
        builder.Property(c => c.Currency).HasMaxLength(3).IsUnicode(false);
    }
}

internal sealed class HolidayTable : IEntityTypeConfiguration<Holiday>
{
    public void Configure(EntityTypeBuilder<Holiday> builder)
    {
        builder.ToTable("holidays").HasKey(h => h.Date);
        builder.Ignore(h => h.Root);
        builder.Property(h => h.Name).HasMaxLength(Holiday.MaxNameLength);
    }
}

internal sealed class HolidayYearTable : IEntityTypeConfiguration<HolidayYear>
{
    public void Configure(EntityTypeBuilder<HolidayYear> builder)
    {
        builder.ToTable("holiday_years").HasKey(y => y.Year);
        builder.Ignore(y => y.Root);
    }
}

internal sealed class UnitTable : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.ToTable("units").HasKey(u => u.Id);
        builder.Property(u => u.Code).HasMaxLength(Unit.MaxCodeLength).HasAnnotation(ModelConventions.Bytewise, true);
        builder.Property(u => u.Name).HasMaxLength(Unit.MaxNameLength);
        builder.HasIndex(u => u.Code).IsUnique();
        builder.HasIndex(u => u.ParentId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(u => u.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ResponsibilityTable : IEntityTypeConfiguration<Responsibility>
{
    public void Configure(EntityTypeBuilder<Responsibility> builder)
    {
        builder.ToTable("responsibilities").HasKey(r => r.Id);
        builder.Ignore(r => r.Root);
        builder.Property(r => r.Text).HasMaxLength(Responsibility.MaxTextLength);
        builder.HasIndex(r => r.HolderId);
    }
}

internal sealed class PositionTable : IEntityTypeConfiguration<Position>
{
    public void Configure(EntityTypeBuilder<Position> builder)
    {
        builder.ToTable("positions").HasKey(p => p.Id);
        builder.Property(p => p.Code).HasMaxLength(Unit.MaxCodeLength).HasAnnotation(ModelConventions.Bytewise, true);
        builder.Property(p => p.Title).HasMaxLength(Unit.MaxNameLength);
        builder.HasIndex(p => p.Code).IsUnique();
        builder.HasIndex(p => p.UnitId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Region>().WithMany().HasForeignKey(p => p.RegionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("people").HasKey(p => p.Id);
        builder.Ignore(p => p.GivenRoles);
        builder.Property(p => p.EmployeeNumber).HasMaxLength(Person.MaxNumberLength).HasAnnotation(ModelConventions.Bytewise, true);
        builder.Property(p => p.Name).HasMaxLength(Person.MaxNameLength);
        builder.Property(p => p.Email).HasMaxLength(Person.MaxEmailLength).HasAnnotation(ModelConventions.Bytewise, true);
        builder.HasIndex(p => p.EmployeeNumber).IsUnique();
        builder.HasIndex(p => p.Email).IsUnique();
        builder.HasIndex(p => p.UnitId);
        builder.HasIndex(p => p.SuperiorId);
        builder.HasIndex(p => p.PositionId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Position>().WithMany().HasForeignKey(p => p.PositionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.SuperiorId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RegionTable : IEntityTypeConfiguration<Region>
{
    public void Configure(EntityTypeBuilder<Region> builder)
    {
        builder.ToTable("regions").HasKey(r => r.Id);
        builder.Property(r => r.Code).HasMaxLength(Unit.MaxCodeLength).HasAnnotation(ModelConventions.Bytewise, true);
        builder.Property(r => r.Name).HasMaxLength(Unit.MaxNameLength);
        builder.HasIndex(r => r.Code).IsUnique();
        builder.ComplexProperty(r => r.Profile);
        builder.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CustomerTable : IEntityTypeConfiguration<Customer>
{
    public void Configure(EntityTypeBuilder<Customer> builder)
    {
        builder.ToTable("customers").HasKey(c => c.Id);
        builder.Property(c => c.Code).HasMaxLength(Unit.MaxCodeLength).HasAnnotation(ModelConventions.Bytewise, true);
        builder.Property(c => c.Name).HasMaxLength(Unit.MaxNameLength);
        builder.HasIndex(c => c.Code).IsUnique();
        builder.HasIndex(c => c.RegionId);
        builder.ComplexProperty(c => c.Profile);
        builder.HasOne<Region>().WithMany().HasForeignKey(c => c.RegionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.AccountOwnerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SessionTable : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions").HasKey(s => s.Id);
        builder.Property(s => s.TokenHash).HasMaxLength(64).IsUnicode(false);
        builder.HasIndex(s => s.TokenHash).IsUnique();
        builder.HasIndex(s => s.ExpiresAt);
        builder.HasIndex(s => s.AccessTokenId);
    }
}

internal sealed class AccessTokenTable : IEntityTypeConfiguration<AccessToken>
{
    public void Configure(EntityTypeBuilder<AccessToken> builder)
    {
        builder.ToTable("access_tokens").HasKey(t => t.Id);
        builder.Property(t => t.Name).HasMaxLength(AccessToken.MaxNameLength);
        builder.HasIndex(t => t.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PasswordTable : IEntityTypeConfiguration<Password>
{
    public void Configure(EntityTypeBuilder<Password> builder)
    {
        builder.ToTable("passwords").HasKey(p => p.PersonId);
        builder.Property(p => p.Hash).HasMaxLength(512).IsUnicode(false);
    }
}

internal sealed class FailedSignInsTable : IEntityTypeConfiguration<FailedSignIns>
{
    public void Configure(EntityTypeBuilder<FailedSignIns> builder)
    {
        builder.ToTable("failed_sign_ins").HasKey(f => f.Login);
        builder.Property(f => f.Login).HasMaxLength(64).IsUnicode(false);
        builder.HasIndex(f => f.LastAt);
    }
}

internal sealed class StructureStampTable : IEntityTypeConfiguration<StructureStamp>
{
    public void Configure(EntityTypeBuilder<StructureStamp> builder)
    {
        builder.ToTable("structure_stamps").HasKey(s => s.Id);
        builder.HasData(new StructureStamp { Id = 1, Number = 1 });
    }
}
