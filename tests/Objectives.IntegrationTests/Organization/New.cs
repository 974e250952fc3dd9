namespace Objectives.IntegrationTests.Organization;

/// <summary>Records that no other test uses, made through the API.</summary>
internal static class New
{
    private static int _last;

    public static string Code(string prefix = "T") => $"{prefix}{Interlocked.Increment(ref _last):00000}";

    /// <summary>What <c>savePerson</c> needs at least.</summary>
    public static Dictionary<string, object?> Person(string unitId)
    {
        var number = Code();
        return new() { ["employeeNumber"] = number, ["name"] = $"张{number}", ["email"] = $"{number}@example.com".ToLowerInvariant(), ["unitId"] = unitId };
    }

    /// <summary>What <c>saveUnit</c> needs at least.</summary>
    public static Dictionary<string, object?> Unit(string kind, string? parentId)
    {
        var code = Code("U");
        return new() { ["code"] = code, ["name"] = $"单位{code}", ["kind"] = kind, ["parentId"] = parentId };
    }

    /// <summary>What <c>savePosition</c> needs at least.</summary>
    public static Dictionary<string, object?> Position(string unitId)
    {
        var code = Code("P");
        return new() { ["code"] = code, ["title"] = $"岗位{code}", ["unitId"] = unitId };
    }

    /// <summary>What <c>saveRegion</c> needs at least.</summary>
    public static Dictionary<string, object?> Region(string unitId)
    {
        var code = Code("R");
        var profile = new { characteristics = 10, strategicDeployment = 20, development = 30, environment = 40, competition = 50, resources = 60 };
        return new() { ["code"] = code, ["name"] = $"区域{code}", ["unitId"] = unitId, ["profile"] = profile };
    }

    /// <summary>What <c>saveCustomer</c> needs at least.</summary>
    public static Dictionary<string, object?> Customer(string regionId)
    {
        var code = Code("K");
        return new() { ["code"] = code, ["name"] = $"客户{code}", ["regionId"] = regionId, ["profile"] = new { strength = 10, finances = 20, credit = 30 } };
    }

    public static Dictionary<string, object?> With(this Dictionary<string, object?> input, string field, object? value) => new(input) { [field] = value };

    /// <summary>Adds what an input describes and gives the input that changes it.</summary>
    public static async Task<Dictionary<string, object?>> AddAsync(this Api api, string mutation, Dictionary<string, object?> input)
    {
        var entity = char.ToLowerInvariant(mutation[4]) + mutation[5..];
        return input.With("id", (await api.ChangeAsync(mutation, input, $"{entity} {{ id }}")).Id());
    }

    public static string Id(this Dictionary<string, object?> input) => (string)input["id"]!;

    /// <summary>The codes and fields of all that is refused.</summary>
    public static async Task<IReadOnlyList<(string Code, string Field)>> AllRefusedAsync(this Api api, string mutation, object input)
    {
        var reply = await api.MutateAsync(mutation, input, string.Empty);
        reply.UserErrors.ShouldNotBeEmpty(reply.Text);
        return [.. reply.UserErrors.Select(e => (e.Code, e.Field))];
    }

    public static async Task<(string Code, string Field)> WhyAsync(this Api api, string mutation, object input)
    {
        var error = await api.RefusedAsync(mutation, input);
        return (error.Code, error.Field);
    }
}
