using System.Runtime.InteropServices;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>
/// Which counts of a tree may be told: none that is small, and none from which a small one follows. Whoever reads everything that is told,
/// and may know one organization's count besides, must be left for each small count with everything from one for each of its
/// organizations up to the least that is told. Which parts go along depends on their order, not on their counts.
/// </summary>
public static class Publication
{
    /// <summary>What the decision consists of; all of it holds, and the tests show what follows without each.</summary>
    [Flags]
    public enum Rules
    {
        /// <summary>A small count is not told.</summary>
        Small = 1,

        /// <summary>Others go along, so that it is not the whole less the others.</summary>
        Complement = 2,

        /// <summary>As many that together they could be enough for each.</summary>
        Enough = 4,

        /// <summary>Where these do not suffice, the whole goes too.</summary>
        Above = 8,

        /// <summary>Of a whole that goes along, parts go too: else it would be their sum.</summary>
        Below = 16,

        /// <summary>It suffices without the help of any one organization, whose people know its own count.</summary>
        Known = 32,

        All = Small | Complement | Enough | Above | Below | Known,
    }

    /// <summary>The places and organizations, each after what it is a part of, parts in an order that says nothing of their counts.</summary>
    /// <param name="Above">What each is a part of; -1 for the whole.</param>
    /// <param name="Closed">Whose parts have not been read, since nothing among them asked for more than they are.</param>
    public sealed record Tree(IReadOnlyList<int> Above, IReadOnlyList<bool> Closed);

    /// <param name="Hidden">Of each, whether it is not told.</param>
    /// <param name="Wanted">Closed ones whose parts have to be read, for the answer is not one before.</param>
    public sealed record Answer(IReadOnlyList<bool> Hidden, IReadOnlyList<int> Wanted);

    /// <param name="counts">Of what has no parts here; of others their sum counts. Zero is always told.</param>
    /// <param name="least">What is less is small.</param>
    public static Answer Of(Tree tree, IReadOnlyList<int> counts, int least, Rules rules = Rules.All) => new Decision(tree, counts, least, rules).Answer();

    /// <summary>
    /// What a small count still needs before its range is wide enough: so much more that could be its own (<c>Short</c>), when the
    /// organization that could give most of what was found (<c>Top</c>) gives nothing, and of how many others this is (two are enough).
    /// </summary>
    [StructLayout(LayoutKind.Auto)]
    readonly record struct Want(int Short, int Top, int Others);

    sealed class Decision
    {
        readonly int _least;
        readonly Rules _rules;
        readonly IReadOnlyList<bool> _closed;
        readonly int[] _counts;
        readonly List<int>?[] _parts;
        readonly bool[] _hidden;

        // Of what is hidden: how much of it could be another's, most of one organization, and organizations that could give or take.
        readonly int[] _slack, _top, _free;
        readonly HashSet<Want>?[] _wants;
        readonly HashSet<int> _wanted = [];

        public Decision(Tree tree, IReadOnlyList<int> counts, int least, Rules rules)
        {
            (_least, _rules, _closed, _counts) = (least, rules, tree.Closed, [.. counts]);
            (_parts, _wants) = (new List<int>?[counts.Count], new HashSet<Want>?[counts.Count]);
            (_slack, _top, _free) = (new int[counts.Count], new int[counts.Count], new int[counts.Count]);
            for (var at = 0; at < counts.Count; at++)
                if (tree.Above[at] >= 0) (_parts[tree.Above[at]] ??= []).Add(at);
            for (var at = counts.Count - 1; at >= 0; at--)
                if (_parts[at] is { } parts) _counts[at] = parts.Sum(part => _counts[part]);
            _hidden = [.. _counts.Select(count => Has(Rules.Small) && IsSmall(count))];
        }

        public Answer Answer()
        {
            for (var at = _counts.Length - 1; at >= 0; at--)
            {
                if (_parts[at] is { } parts) Settle(at, parts);
                Note(at);
            }

            return new(_hidden, [.. _wanted]);
        }

        bool Has(Rules rule) => _rules.HasFlag(rule);

        bool IsSmall(int count) => count > 0 && count < _least;

        void Settle(int whole, List<int> parts)
        {
            if (!Has(Rules.Complement)) return;
            while (!_hidden[whole] && !Suffices(parts))
            {
                if (!HideNext(parts))
                {
                    _hidden[whole] = Has(Rules.Above);
                    return;
                }
            }
        }

        /// <summary>Of a whole that is told, one hidden part would be what is left, and each small one has to be met among these parts.</summary>
        bool Suffices(List<int> parts) => parts.Count(part => _hidden[part]) switch { 0 => true, 1 => false, _ => Left(parts).All(IsMet) };

        bool HideNext(List<int> parts)
        {
            var next = parts.FindIndex(part => !_hidden[part] && _counts[part] > 0);
            if (next < 0) return false;
            HideBelow(parts[next]);
            return true;
        }

        void HideBelow(int at)
        {
            _hidden[at] = true;
            if (_parts[at] is { } parts && Has(Rules.Below))
                while (!IsLoose(parts) && HideNext(parts))
                {
                }

            Note(at);
        }

        /// <summary>Whether enough of these could be another's, whichever one of them is known.</summary>
        bool IsLoose(List<int> parts)
        {
            var hidden = parts.Where(part => _hidden[part]).ToList();
            return hidden.Sum(part => _free[part]) > 1 && hidden.Sum(part => _slack[part]) - hidden.Max(part => _top[part]) >= _least;
        }

        bool IsMet(Want want) => Has(Rules.Known)
            ? want.Others >= 2 && (want.Short + want.Top <= 0 || !Has(Rules.Enough))
            : want.Others >= 1 && (want.Short <= 0 || !Has(Rules.Enough));

        /// <summary>What the hidden ones of these parts need, after what the others among them can give.</summary>
        IEnumerable<Want> Left(List<int> parts)
        {
            var hidden = parts.Where(part => _hidden[part]).ToList();
            var (slack, free) = (hidden.Sum(part => _slack[part]), hidden.Sum(part => _free[part]));
            var tops = hidden.Select(part => _top[part]).OrderDescending().Take(2).Append(0).Append(0).ToList();
            return hidden.Where(part => _wants[part] is not null).SelectMany(part => _wants[part]!.Select(want => new Want(
                want.Short - (slack - _slack[part]), Math.Max(want.Top, _top[part] == tops[0] ? tops[1] : tops[0]),
                Math.Min(2, want.Others + free - _free[part]))));
        }

        /// <summary>Keeps what the parts above need to know of this one.</summary>
        void Note(int at)
        {
            if (!_hidden[at]) return;
            if (_closed[at]) _wanted.Add(at);
            var wants = new HashSet<Want>();
            if (IsSmall(_counts[at])) wants.Add(new(_least - _counts[at], 0, 0));
            if (_parts[at] is { } parts)
            {
                wants.UnionWith(Left(parts).Where(want => !IsMet(want)));
                var hidden = parts.Where(part => _hidden[part]).ToList();
                (_slack[at], _top[at], _free[at]) = Has(Rules.Below)
                    ? (hidden.Sum(part => _slack[part]), hidden.Select(part => _top[part]).Append(0).Max(), hidden.Sum(part => _free[part]))
                    : (_counts[at] - 1, 0, 2);
            }
            else
            {
                (_slack[at], _top[at], _free[at]) = (_counts[at] - 1, _counts[at] - 1, 1);
            }

            _wants[at] = wants;
        }
    }
}
