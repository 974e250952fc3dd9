using Objectives.Contracts.Organization;

namespace Objectives.Platform.Demo;

/// <summary>Draws the company's units, posts, people, regions and customers: one block of three divisions for each step of scale.</summary>
internal sealed class DemoOrganizationPlan
{
    private const int CustomersOfARegion = 50;

    private static readonly string[] StaffTitles =
        ["总经理", "人力资源总监", "审计主管", "信息系统管理员", "常务副总经理", "战略主管", "财务主管", "法务主管", "品牌主管", "薪酬绩效主管", "数据分析师"];

    /// <summary>Whom visitors sign in as, by employee number; the others' names are drawn.</summary>
    private static readonly Dictionary<string, string> FixedNames = new(StringComparer.Ordinal)
    {
        ["E0001"] = "林志远", ["E0002"] = "苏婉清", ["E0003"] = "郑国安", ["E0004"] = "韩立新", ["E0005"] = "方敏仪", ["E0100"] = "顾长林", ["E0110"] = "沈晓岚", ["E0111"] = "周启明",
        ["E0112"] = "李思雨", ["E0113"] = "王浩然", ["E0114"] = "张雨欣", ["E0115"] = "刘俊杰", ["E0116"] = "陈佳怡", ["E0117"] = "赵文博", ["E0118"] = "孙悦", ["E0119"] = "吴天佑",
    };

    private readonly DemoIds _ids;
    private readonly ulong _seed;
    private readonly DemoNames _names = new();
    private int _duties;
    private int _nextNumber = 1001;

    public DemoOrganizationPlan(DemoIds ids, int seed, int scale)
    {
        _ids = ids;
        _seed = Dice.Mix((ulong)seed, 1);
        foreach (var name in FixedNames.Values)
            _names.Reserve(name);
        AddCompany();
        for (var block = 0; block < scale; block++)
            AddBlock(block);
    }

    public List<DemoUnit> Units { get; } = [];

    public List<DemoRegion> Regions { get; } = [];

    public List<DemoPosition> Positions { get; } = [];

    public List<DemoPerson> People { get; } = [];

    public List<DemoCustomer> Customers { get; } = [];

    private DemoUnit Company => Units[0];

    private void AddCompany()
    {
        var company = AddUnit("YL", 0, "云岭电器客户服务有限公司", DemoUnitKind.Company, null, null, Enum.GetValues<DemoMeasureKind>());
        DemoPerson? top = null;
        for (var i = 0; i < StaffTitles.Length; i++)
        {
            var position = AddPosition(company, StaffTitles[i], null, i == 0 ? Enum.GetValues<DemoMeasureKind>() : [DemoMeasureKind.TrainingHours]);
            Role? role = i switch { 0 or 4 => Role.Executive, 1 or 9 => Role.Hr, 2 => Role.Auditor, 3 => Role.Administrator, _ => null };
            var person = AddPerson(company, position, top, $"E{i + 1:D4}", role, i == 4 ? Locale.En : Locale.ZhCn);
            company.Leader = top ??= person;
        }
    }

    private void AddBlock(int block)
    {
        var city = block == 0 ? string.Empty : CityOf(block);
        var regions = AddRegions(block, city);
        var divisions = new List<DemoUnit>();
        for (var d = 0; d < DemoCrafts.Divisions.Length; d++)
            divisions.Add(AddDivision(block, city, d, regions));
        var sales = divisions[1];
        foreach (var region in regions)
            region.Unit = sales.Children[0];
        AddCustomers(regions, sales);
    }

    private DemoUnit AddDivision(int block, string city, int number, List<DemoRegion> regions)
    {
        var crafts = DemoCrafts.All.Skip(number * 3).Take(3).ToList();
        var measures = crafts.SelectMany(c => c.Measures).Select(m => m.Measure).Append(DemoMeasureKind.Milestone).Distinct().Order().ToList();
        var code = $"D{(block * 3) + number + 1:D2}";
        var division = AddUnit(code, block, city + DemoCrafts.Divisions[number], DemoUnitKind.Division, Company, null, measures);
        var superior = People[number == 2 || block % 2 == 1 ? 4 : 0];
        var isFixed = block == 0 && number == 0;
        division.Leader = AddPerson(division, AddPosition(division, "事业部总经理", null, measures), superior, isFixed ? "E0100" : null);
        AddPerson(division, AddPosition(division, "综合助理", null, [DemoMeasureKind.TrainingHours]), division.Leader);
        for (var d = 0; d < crafts.Count; d++)
            AddDepartment(division, crafts[d], $"{code}-{d + 1}", regions, isFixed && d == 0);
        return division;
    }

    private void AddDepartment(DemoUnit division, Craft craft, string code, List<DemoRegion> regions, bool isFixed)
    {
        IReadOnlyList<DemoMeasureKind> measures = [.. craft.Measures.Select(m => m.Measure), DemoMeasureKind.Milestone];
        var department = AddUnit(code, division.Block, craft.Department, DemoUnitKind.Department, division, craft.Kind, measures);
        department.Leader = AddPerson(department, AddPosition(department, "部长", null, measures), division.Leader, isFixed ? "E0110" : null);
        for (var t = 0; t < craft.Teams.Count; t++)
            AddTeam(department, craft, t, $"{code}-{t + 1}", regions, isFixed && t == 0);
    }

    private void AddTeam(DemoUnit department, Craft craft, int place, string code, List<DemoRegion> regions, bool isFixed)
    {
        IReadOnlyList<DemoMeasureKind> measures = [.. craft.Measures.Select(m => m.Measure), DemoMeasureKind.Milestone];
        var team = AddUnit(code, department.Block, craft.Teams[place], DemoUnitKind.Team, department, craft.Kind, measures);
        foreach (var region in RegionsOf(craft, place, regions))
            team.Add(region);
        var posts = craft.Posts.Select((title, i) => AddPost(team, title, i, measures)).ToList();
        team.Leader = AddPerson(team, posts[0], department.Leader, isFixed ? "E0111" : null);
        var members = isFixed || team.Index % 5 == 0 ? 8 : 9;
        for (var i = 0; i < members; i++)
            AddPerson(team, posts[i < 3 ? 1 : i < 7 ? 2 : 3], team.Leader, isFixed ? $"E{112 + i:D4}" : null);
    }

    private DemoUnit AddUnit(string code, int block, string name, DemoUnitKind kind, DemoUnit? parent, DemoCraft? craft, IReadOnlyList<DemoMeasureKind> measures)
    {
        var unit = new DemoUnit(new(_ids.Of(DemoKind.Unit, Units.Count)), Units.Count, block, code, name, kind, parent, craft) { Duties = Duties(measures) };
        parent?.Add(unit);
        Units.Add(unit);
        return unit;
    }

    /// <summary>The posts under a team's leader are for one of its regions each.</summary>
    private DemoPosition AddPost(DemoUnit team, string title, int number, IReadOnlyList<DemoMeasureKind> measures)
    {
        var region = number > 0 && team.Regions.Count > 0 ? team.Regions[(number - 1) % team.Regions.Count] : null;
        return AddPosition(team, region is null ? title : $"{title}({region.Name})", region, measures);
    }

    private DemoPosition AddPosition(DemoUnit unit, string title, DemoRegion? region, IReadOnlyList<DemoMeasureKind> measures)
    {
        var dice = DiceOf(2, Positions.Count);
        var code = $"{unit.Code}-P{unit.Positions.Count + 1}";
        var position = new DemoPosition(new(_ids.Of(DemoKind.Position, Positions.Count)), Positions.Count, code, title, unit, region, 1 + (dice.Between(-20, 20) / 100m), Duties(measures));
        unit.Add(position);
        Positions.Add(position);
        return position;
    }

    private List<DemoDuty> Duties(IReadOnlyList<DemoMeasureKind> measures)
        => [.. measures.Select(m => new DemoDuty(new(_ids.Of(DemoKind.Responsibility, _duties++)), m, DemoCrafts.DutyOf(m)))];

    private DemoPerson AddPerson(DemoUnit unit, DemoPosition position, DemoPerson? superior, string? number = null, Role? role = null, Locale? locale = null)
    {
        var dice = DiceOf(3, People.Count);
        number ??= $"E{_nextNumber++:D4}";
        var name = FixedNames.GetValueOrDefault(number) ?? _names.Person(ref dice);
        var person = new DemoPerson(
            new(_ids.Of(DemoKind.Person, People.Count)), People.Count, number, name, $"{number.ToLowerInvariant()}@yunling.example", locale ?? (dice.Chance(0.04) ? Locale.En : Locale.ZhCn),
            unit, position, superior, 1 + (dice.Between(-25, 25) / 100m), role);
        unit.Add(person);
        People.Add(person);
        return person;
    }

    private List<DemoRegion> AddRegions(int block, string city)
    {
        var first = Regions.Count;
        foreach (var (name, cities) in DemoCrafts.Regions)
        {
            var dice = DiceOf(4, Regions.Count);
            Regions.Add(new(
                new(_ids.Of(DemoKind.Region, Regions.Count)), Regions.Count, $"R{Regions.Count + 1:D2}", block == 0 ? name : $"{name}({city})",
                dice.Between(35, 95), dice.Between(40, 95), dice.Between(30, 95), dice.Between(40, 90), dice.Between(30, 90), dice.Between(40, 95),
                1 + (dice.Between(-20, 30) / 100m), cities));
        }
        return Regions.GetRange(first, DemoCrafts.Regions.Length);
    }

    /// <summary>Of four teams each takes two of the eight regions, of three teams two take three; who works nowhere in particular takes none.</summary>
    private static IEnumerable<DemoRegion> RegionsOf(Craft craft, int place, List<DemoRegion> regions)
    {
        if (craft.Kind is DemoCraft.ContactCentre or DemoCraft.Parts or DemoCraft.Quality)
            return [];
        var each = craft.Teams.Count == 4 ? 2 : 3;
        return regions.Skip(place * each).Take(each);
    }

    private void AddCustomers(List<DemoRegion> regions, DemoUnit sales)
    {
        foreach (var region in regions)
        {
            var teams = sales.Children.Select(d => d.Children.Single(t => t.Regions.Contains(region))).ToList();
            for (var i = 0; i < CustomersOfARegion; i++)
            {
                var dice = DiceOf(5, Customers.Count);
                var team = teams[i % 10 < 4 ? 0 : i % 10 < 7 ? 1 : 2];
                var trades = DemoCrafts.All.First(c => c.Kind == team.Craft).Trades;
                var name = _names.Customer(ref dice, dice.Pick(region.Cities), dice.Pick(trades));
                var owner = team.Members[1 + (i % (team.Members.Count - 1))];
                Customers.Add(new(
                    new(_ids.Of(DemoKind.Customer, Customers.Count)), Customers.Count, $"C{Customers.Count + 1:D5}", name, region, team, owner,
                    dice.Between(20, 98), dice.Between(30, 98), dice.Between(40, 99)));
            }
        }
    }

    private static string CityOf(int block)
    {
        var cities = DemoCrafts.Regions.SelectMany(r => r.Cities).ToList();
        var city = cities[(block - 1) % cities.Count];
        return block <= cities.Count ? city : $"{city}{((block - 1) / cities.Count) + 1}区";
    }

    private Dice DiceOf(ulong stream, int index) => new(Dice.Mix(Dice.Mix(_seed, stream), (ulong)index));
}
