using Objectives.Platform.Import;
using Objectives.Platform.Import.Files;

namespace Objectives.UnitTests.Import;

public sealed class ColumnMapTests
{
    private static readonly IReadOnlyList<ImportField> Fields = [new("employeeNumber", "工号"), new("name", "姓名"), ImportField.Choice<Contracts.Organization.Locale>("locale", "语言", (Contracts.Organization.Locale.ZhCn, "中文"), (Contracts.Organization.Locale.En, "英文"))];

    [Theory]
    [InlineData("employeeNumber")]
    [InlineData(" Employee Number ")]
    [InlineData("employee_number")]
    [InlineData("EMPLOYEE-NUMBER*")]
    [InlineData("工号")]
    [InlineData("\uFF45mployee\u3000Number")]
    public void Headings_are_known_in_both_languages(string heading)
    {
        var map = ColumnMap.Create(Fields, [heading, "something else"], []).Value;
        map.Has("employeeNumber").ShouldBeTrue();
        map.Has("name").ShouldBeFalse();
        map.Unused.ShouldBe(["something else"]);
    }

    [Fact]
    public void A_mapping_goes_before_the_heading()
    {
        var map = ColumnMap.Create(Fields, ["No.", "name", "full name"], [new("No.", "employeeNumber"), new("full name", "name"), new("=EN", "locale")]).Value;
        var row = new ImportRow(new TableRow(2, ["E1", "short", "long"]), map);
        (row.Text("employeeNumber"), row.Text("name"), row.Choice<Contracts.Organization.Locale>("locale")).ShouldBe(("E1", "long", Contracts.Organization.Locale.En));
        map.Unused.ShouldBe(["name"]);
    }

    [Fact]
    public void A_mapping_names_its_field_in_either_language()
    {
        var map = ColumnMap.Create(Fields, ["No.", "full name"], [new("No.", "工号"), new("full name", "Name")]).Value;
        new ImportRow(new TableRow(2, ["E1", "long"]), map).ShouldSatisfyAllConditions(r => r.Text("employeeNumber").ShouldBe("E1"), r => r.Text("name").ShouldBe("long"));
        ColumnMap.Create(Fields, ["a", "b"], [new("a", "工号"), new("b", "employeeNumber")]).Errors.ShouldHaveSingleItem().Field.ShouldBe("columns.1.field");
        var unknown = ColumnMap.Create(Fields, ["a"], [new("a", "nonsense")]).Errors.ShouldHaveSingleItem().Message;
        (unknown.English, unknown.Chinese).ShouldBe(("There is no field 'nonsense'; there are employeeNumber, name, locale.", "没有“nonsense”字段，可用字段为工号、姓名、语言。"));
    }

    [Fact]
    public void Wrong_mappings_name_their_place()
    {
        var errors = ColumnMap.Create(Fields, ["a", "b"], [new("a", "nonsense"), new("c", "name"), new("a", "employeeNumber"), new("b", "employeeNumber")]).Errors;
        errors.Select(e => e.Field).ShouldBe(["columns.0.field", "columns.1.column", "columns.3.field"]);
        ColumnMap.Create(Fields, ["name", "Name"], []).Errors.ShouldHaveSingleItem().Field.ShouldBe("content");
    }

    [Fact]
    public void Cells_that_do_not_say_what_they_should_are_named()
    {
        var map = ColumnMap.Create(Fields, ["工号", "语言"], []).Value;
        var row = new ImportRow(new TableRow(7, ["1,5", "法语"]), map);
        row.Decimal("employeeNumber").ShouldBeNull();
        row.Whole("employeeNumber").ShouldBeNull();
        row.YesNo("employeeNumber").ShouldBeNull();
        row.Choice<Contracts.Organization.Locale>("locale").ShouldBeNull();
        row.Errors.Select(e => (e.Row, e.Column)).ShouldBe([(7, "工号"), (7, "工号"), (7, "工号"), (7, "语言")]);
        row.Text("name").ShouldBeNull();
        row.Has("name").ShouldBeFalse();
    }
}
