import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicPhaseConfig;
import ai.timefold.solver.core.config.constructionheuristic.placer.QueuedEntityPlacerConfig;
import ai.timefold.solver.core.config.heuristic.selector.entity.EntitySelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.MoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.CartesianProductMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.ChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.SwapMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.value.ValueSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchType;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.impl.solver.DefaultSolver;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Plan what comes on standard input, and print the best plan at each of the seconds that are given, in order.
 *
 * Arguments: a seed, late-acceptance or tabu, and the seconds. The seconds are those of the thread that solves: the
 * start of Java, compiling and collecting cost nothing here.
 */
public final class Rival {
    private record Found(double seconds, Plan plan) {}

    private Rival() {}

    public static void main(String[] arguments) throws Exception {
        long seed = Long.parseLong(arguments[0]);
        double[] marks = Arrays.stream(arguments).skip(2).mapToDouble(Double::parseDouble).toArray();
        Task task = new Task(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII), 1 << 16));
        Solver<Plan> solver = SolverFactory.<Plan>create(config(task, seed, arguments[1])).buildSolver();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long own = Thread.currentThread().getId();
        long begun = threads.getThreadCpuTime(own);
        List<Found> found = new ArrayList<>();
        solver.addEventListener(event -> {
            if (event.isNewBestSolutionInitialized()) {
                found.add(new Found((threads.getThreadCpuTime(own) - begun) / 1e9, event.getNewBestSolution()));
            }
        });
        double end = marks[marks.length - 1];
        // Again and again: what is asked before the search begins is forgotten when it does.
        Thread watch = new Thread(() -> {
            while (true) {
                if ((threads.getThreadCpuTime(own) - begun) / 1e9 >= end) {
                    solver.terminateEarly();
                }
                try {
                    Thread.sleep(2);
                } catch (InterruptedException stopped) {
                    return;
                }
            }
        });
        watch.setDaemon(true);
        watch.start();
        solver.solve(new Plan(task));
        for (double mark : marks) {
            Found best = null;
            for (Found one : found) {
                best = one.seconds() <= mark ? one : best;
            }
            System.out.println("mark " + mark);
            if (best != null) {
                print(best);
            }
        }
        System.out.println("end " + ((DefaultSolver<Plan>) solver).getMoveEvaluationCount());
    }

    private static void print(Found best) {
        int[] soft = best.plan().score.softScores();
        StringBuilder levels = new StringBuilder();
        for (int level : soft) {
            levels.append(' ').append(-level);
        }
        System.out.println("best " + best.seconds() + " " + -best.plan().score.hardScores()[0] + levels);
        for (Part part : best.plan().parts) {
            System.out.println("part " + part.id + " " + part.slot + " " + part.panel + " " + part.room);
        }
    }

    @SuppressWarnings("rawtypes") // as the library itself takes them
    private static SolverConfig config(Task task, long seed, String name) {
        boolean panels = Arrays.stream(task.works).anyMatch(work -> work.panels.length > 1);
        boolean rooms = Arrays.stream(task.works).anyMatch(work -> work.rooms.length > 1);
        EntitySelectorConfig each = new EntitySelectorConfig().withId("each");
        QueuedEntityPlacerConfig placer = new QueuedEntityPlacerConfig().withEntitySelectorConfig(each)
                .withMoveSelectorConfigs(change("slot", same("each")), change("panel", same("each")),
                        change("room", same("each")));
        List<MoveSelectorConfig> moves = new ArrayList<>();
        moves.add(change("slot", null).withFixedProbabilityWeight(4.0));
        moves.add(new SwapMoveSelectorConfig().withVariableNameIncludes("slot").withFixedProbabilityWeight(1.0));
        moves.add(new MoveIteratorFactoryConfig().withMoveIteratorFactoryClass(Shift.Factory.class)
                .withFixedProbabilityWeight(0.5));
        if (panels) {
            EntitySelectorConfig held = new EntitySelectorConfig().withFilterClass(Part.WithPanels.class);
            EntitySelectorConfig both =
                    new EntitySelectorConfig().withId("both").withFilterClass(Part.WithPanels.class);
            moves.add(change("panel", held).withFixedProbabilityWeight(2.0));
            moves.add(new CartesianProductMoveSelectorConfig(List.of(change("slot", both),
                    change("panel", same("both")))).withFixedProbabilityWeight(2.0));
        }
        if (rooms) {
            EntitySelectorConfig roomed = new EntitySelectorConfig().withFilterClass(Part.WithRooms.class);
            moves.add(change("room", roomed).withFixedProbabilityWeight(1.0));
        }
        return new SolverConfig().withSolutionClass(Plan.class).withEntityClasses(Part.class)
                .withEasyScoreCalculatorClass(Worth.class).withRandomSeed(seed)
                .withPhases(new ConstructionHeuristicPhaseConfig().withEntityPlacerConfig(placer),
                        search(name).withMoveSelectorConfig(new UnionMoveSelectorConfig(moves)));
    }

    /** As Timefold comes, or the search that was best of those tried: tabu, a thousand moves looked at for a step. */
    private static LocalSearchPhaseConfig search(String name) {
        if (name.equals("late-acceptance")) {
            return new LocalSearchPhaseConfig().withLocalSearchType(LocalSearchType.LATE_ACCEPTANCE);
        }
        return new LocalSearchPhaseConfig()
                .withAcceptorConfig(new LocalSearchAcceptorConfig().withEntityTabuSize(5))
                .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1000));
    }

    private static ChangeMoveSelectorConfig change(String variable, EntitySelectorConfig entities) {
        ChangeMoveSelectorConfig found =
                new ChangeMoveSelectorConfig().withValueSelectorConfig(new ValueSelectorConfig(variable));
        return entities == null ? found : found.withEntitySelectorConfig(entities);
    }

    private static EntitySelectorConfig same(String id) {
        return EntitySelectorConfig.newMimicSelectorConfig(id);
    }
}
