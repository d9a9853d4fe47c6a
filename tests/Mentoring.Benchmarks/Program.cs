using Dapper;
using Mentoring.Benchmarks;

DefaultTypeMap.MatchNamesWithUnderscores = true;
if (args is ["--limit"])
{
    await Limit.Serve();
    return 0;
}

if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine(Options.Usage);
    return 2;
}

if (options.What.Contains("matching") && !MatchingRun.Measure()) return 1;
if (options.What.Contains("nation") && !await NationRollUp.Measure(options.Scale)) return 1;
if (options.What.IsSubsetOf(["matching", "nation"])) return 0;

await using var bed = await TestBed.Make(options);
var lines = new List<Line>();
if (options.What.Contains("list")) lines.Add(await Reads.Measure("program list", bed, "/api/v1/programs", options));
if (options.What.Contains("dashboard")) lines.Add(await Reads.Measure("territory dashboard", bed, "/api/v1/territories/RU-TVE/dashboard", options));
if (options.What.Contains("tutees"))
    lines.Add(await Reads.Measure("tutor's board", bed, $"/api/v1/me/tutees?size={Contours.Accompanied}", options, Contours.TutorMail));
if (options.What.Contains("route"))
    lines.Add(await Reads.Measure("a route's page", bed, $"/api/v1/routes/{bed.Contours.Route}", options, Contours.TeacherMail));
if (options.What.Contains("proposal")) lines.Add(await TutorProposal.Measure(bed, options));
if (options.What.Contains("streams")) lines.Add(await OpenStreams.Measure(bed, options));
if (options.What.Contains("roster")) lines.Add(await RosterImport.Measure(bed, options));
if (options.What.Contains("spread")) lines.AddRange(await RosterSpread.Measure(bed, options));
Table.Print(lines);
return lines.TrueForAll(line => line.Met) ? 0 : 1;
