import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/** What has to be planned, as whole numbers; problem.py writes it, in the order in which it is read here. */
public final class Task {
    static final int LEVELS = 11;

    /** An activity: who must come, who is expected (as sets of bits), and for each start who is free. */
    static final class Work {
        int length, gap, kind, quorum, musts, panelSize;
        boolean critical, balanced, seated;
        long must;
        int[] expected; // in the order in which they are given seats
        int[] slots, panels, rooms;
        int[] at; // slot -> index of the start, -1 elsewhere
        long[] free, reluctant; // of those expected and the pool; of everybody
        int[] roomsFree;
        boolean[] lunch;
        int[] waits; // by day; null where nothing waits
    }

    static final class Order {
        int before, after, unit, least, most;
    }

    static final class Load {
        int most;
        int[] works;
    }

    static final class Pool {
        int[] members, works;
    }

    int people, days, slotsADay, kinds;
    long leads;
    int[] levels; // level -> stage
    int[] workingDays, dates, late, finish, report; // by day
    long[] panels;
    int[] seats; // by room
    Work[] works;
    Order[] orders;
    Load[] loads;
    Pool[] pools;
    int shape; // 0 spread, 1 blocks, 2 one week, 3 one day, 4 early
    int[] shapeNumbers, shapeTable, closing;
    int[][] shapeWorks;

    private final BufferedReader reader;
    private StringTokenizer tokens = new StringTokenizer("");

    Task(BufferedReader reader) throws IOException {
        this.reader = reader;
        people = number();
        days = number();
        slotsADay = number();
        kinds = number();
        leads = word();
        levels = numbers();
        workingDays = numbers();
        dates = numbers();
        late = numbers();
        finish = numbers();
        report = numbers();
        panels = words();
        seats = numbers();
        works = new Work[number()];
        for (int i = 0; i < works.length; i++) {
            works[i] = work();
        }
        orders = new Order[number()];
        for (int i = 0; i < orders.length; i++) {
            Order order = orders[i] = new Order();
            order.before = number();
            order.after = number();
            order.unit = number();
            order.least = number();
            order.most = number();
        }
        loads = new Load[number()];
        for (int i = 0; i < loads.length; i++) {
            loads[i] = new Load();
            loads[i].most = number();
            loads[i].works = numbers();
        }
        pools = new Pool[number()];
        for (int i = 0; i < pools.length; i++) {
            pools[i] = new Pool();
            pools[i].members = numbers();
            pools[i].works = numbers();
        }
        shape = number();
        shapeNumbers = numbers();
        shapeTable = numbers();
        closing = numbers();
        shapeWorks = new int[number()][];
        for (int i = 0; i < shapeWorks.length; i++) {
            shapeWorks[i] = numbers();
        }
    }

    private Work work() throws IOException {
        Work work = new Work();
        work.length = number();
        work.gap = number();
        work.kind = number();
        work.quorum = number();
        work.musts = number();
        work.panelSize = number();
        work.critical = number() == 1;
        work.seated = number() == 1;
        work.must = word();
        work.expected = numbers();
        work.panels = numbers();
        work.rooms = numbers();
        int[] waits = numbers();
        work.waits = waits.length == 0 ? null : waits;
        work.slots = numbers();
        work.free = words();
        work.reluctant = words();
        work.roomsFree = numbers();
        int[] lunch = numbers();
        work.lunch = new boolean[lunch.length];
        work.at = new int[days * slotsADay];
        java.util.Arrays.fill(work.at, -1);
        for (int i = 0; i < work.slots.length; i++) {
            work.lunch[i] = lunch[i] == 1;
            work.at[work.slots[i]] = i;
        }
        return work;
    }

    private long word() throws IOException {
        while (!tokens.hasMoreTokens()) {
            tokens = new StringTokenizer(reader.readLine());
        }
        return Long.parseLong(tokens.nextToken());
    }

    private int number() throws IOException {
        return (int) word();
    }

    private int[] numbers() throws IOException {
        int[] found = new int[number()];
        for (int i = 0; i < found.length; i++) {
            found[i] = number();
        }
        return found;
    }

    private long[] words() throws IOException {
        long[] found = new long[number()];
        for (int i = 0; i < found.length; i++) {
            found[i] = word();
        }
        return found;
    }

    static List<Integer> listed(int[] numbers) {
        List<Integer> found = new ArrayList<>(numbers.length);
        for (int number : numbers) {
            found.add(number);
        }
        return found;
    }
}
