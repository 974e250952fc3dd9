using Objectives.Planning.Domain;

namespace Objectives.UnitTests.Planning;

public sealed class TreePathTests
{
    private static readonly Gen<int> Numbers = Gen.Int[1, 2_000_000_000];
    private static readonly Gen<string> Paths = Numbers.Array[1, TreePath.MaxDepth].Select(Of);

    [Fact]
    public void A_path_holds_its_ancestors_from_the_root_down()
        => Numbers.Array[1, TreePath.MaxDepth].Sample(numbers =>
        {
            var path = Of(numbers);
            return TreePath.DepthOf(path) == numbers.Length && TreePath.AncestorsOf(path).SequenceEqual(Enumerable.Range(1, numbers.Length - 1).Select(n => Of(numbers[..n])));
        });

    [Fact]
    public void A_parent_is_the_last_ancestor() => Paths.Sample(path => TreePath.ParentOf(path) == TreePath.AncestorsOf(path).LastOrDefault());

    [Fact]
    public void A_subtree_is_one_range_of_paths()
        => Gen.Select(Paths, Paths, Gen.Int[1, TreePath.MaxDepth]).Sample((path, other, depth) =>
        {
            var root = path[..(Math.Min(depth, TreePath.DepthOf(path)) * TreePath.Width)];
            return new[] { path, other, root }.All(p => TreePath.IsWithin(p, root) == (string.CompareOrdinal(p, root) >= 0 && string.CompareOrdinal(p, TreePath.EndOf(root)) < 0));
        });

    [Fact]
    public void Sorted_paths_are_in_pre_order()
        => Gen.Select(Gen.Int[0, 1000], Numbers).Array[1, 60].Sample(tree =>
        {
            var children = new Dictionary<string, List<string>>(StringComparer.Ordinal);
            var paths = new List<string>();
            foreach (var (parent, number) in tree)
            {
                var above = paths.Count == 0 || parent % 4 == 0 ? null : paths[parent % paths.Count];
                if (above is not null && TreePath.DepthOf(above) == TreePath.MaxDepth)
                    continue;
                var path = TreePath.Of(above, number);
                if (!paths.Contains(path))
                    (children.TryGetValue(above ?? string.Empty, out var list) ? list : children[above ?? string.Empty] = []).Add(path);
                if (!paths.Contains(path))
                    paths.Add(path);
            }
            IEnumerable<string> Walk(string root) => children.GetValueOrDefault(root, []).Order(StringComparer.Ordinal).SelectMany(p => Walk(p).Prepend(p));
            return Walk(string.Empty).SequenceEqual(paths.Order(StringComparer.Ordinal));
        });

    [Fact]
    public void Later_numbers_sort_behind_earlier_ones() => Gen.Select(Numbers, Numbers).Sample((a, b) => Math.Sign(string.CompareOrdinal(TreePath.Of(null, a), TreePath.Of(null, b))) == Math.Sign(a.CompareTo(b)));

    [Fact]
    public void The_deepest_path_fits_the_index_of_every_database() => Of([.. Enumerable.Repeat(int.MaxValue, TreePath.MaxDepth)]).Length.ShouldBe(TreePath.MaxLength);

    private static string Of(int[] numbers) => numbers.Aggregate(string.Empty, TreePath.Of);
}
