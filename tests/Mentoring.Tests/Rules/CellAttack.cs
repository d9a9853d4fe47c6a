using Google.OrTools.LinearSolver;

namespace Mentoring.Tests.Rules;

/// <summary>
/// An attacker who knows nothing of the rules but what everybody may: cells add up, and one that is not told is not zero. What is told
/// are equations; the least and the most that a cell can be are two linear programs.
/// </summary>
sealed class CellAttack
{
    readonly List<(List<int> Unknown, double Sum)> _equations = [];
    readonly int[] _home;
    readonly double[] _least;
    readonly Dictionary<int, Program> _programs = [];

    /// <param name="told">Of each cell its count where the attacker reads or knows it.</param>
    /// <param name="least">What an unknown cell is at least: one that is marked is not zero, of others nothing is known.</param>
    /// <param name="sums">Cells whose sum is another cell, or a number that is told.</param>
    public CellAttack(IReadOnlyList<int?> told, IReadOnlyList<int> least, IEnumerable<(IReadOnlyList<int> Parts, int? Whole, double Known)> sums)
    {
        (_home, _least) = ([.. Enumerable.Range(0, told.Count)], [.. least.Select(one => (double)one)]);
        foreach (var (parts, whole, known) in sums)
        {
            var rest = (whole is { } cell ? told[cell] ?? 0 : known) - parts.Sum(part => told[part] ?? 0);
            // An unknown whole stands on the side of its parts, below zero: written as its complement.
            List<int> unknown = [.. parts.Where(part => told[part] is null)];
            if (whole is { } above && told[above] is null) unknown.Add(~above);
            if (unknown.Count == 0) continue;
            _equations.Add((unknown, rest));
            foreach (var other in unknown) _home[Root(Cell(other))] = Root(Cell(unknown[0]));
        }
    }

    static int Cell(int unknown) => unknown < 0 ? ~unknown : unknown;

    int Root(int cell)
    {
        while (_home[cell] != cell) cell = _home[cell] = _home[_home[cell]];
        return cell;
    }

    public (double Least, double Most) Range(int cell)
    {
        var root = Root(cell);
        if (!_programs.TryGetValue(root, out var program))
            _programs[root] = program = new(_equations.Where(one => Root(Cell(one.Unknown[0])) == root), _least);
        return program.Range(cell);
    }

    public void Forget()
    {
        foreach (var program in _programs.Values) program.Dispose();
        _programs.Clear();
    }

    sealed class Program : IDisposable
    {
        readonly Solver _solver = Solver.CreateSolver("GLOP");
        readonly Dictionary<int, Variable> _cells = [];
        readonly double[] _least;

        public Program(IEnumerable<(List<int> Unknown, double Sum)> equations, double[] least)
        {
            _least = least;
            foreach (var (unknown, sum) in equations)
            {
                var equation = _solver.MakeConstraint(sum, sum);
                foreach (var one in unknown) equation.SetCoefficient(Of(Cell(one)), one < 0 ? -1 : 1);
            }
        }

        Variable Of(int cell) => _cells.TryGetValue(cell, out var known) ? known
            : _cells[cell] = _solver.MakeNumVar(_least[cell], double.PositiveInfinity, "");

        public (double, double) Range(int cell)
        {
            var objective = _solver.Objective();
            objective.Clear();
            objective.SetCoefficient(Of(cell), 1);
            objective.SetMinimization();
            var low = Solved(double.NaN);
            objective.SetMaximization();
            return (low, Solved(double.PositiveInfinity));

            double Solved(double otherwise) => _solver.Solve() switch
            {
                Solver.ResultStatus.OPTIMAL => objective.Value(),
                Solver.ResultStatus.UNBOUNDED or Solver.ResultStatus.INFEASIBLE or Solver.ResultStatus.ABNORMAL => otherwise,
                var status => throw new InvalidOperationException($"{status}"),
            };
        }

        public void Dispose() => _solver.Dispose();
    }
}
